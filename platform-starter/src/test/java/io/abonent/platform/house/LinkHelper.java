package io.abonent.platform.house;

/** A name that says nothing. */
record LinkHelper() {}
