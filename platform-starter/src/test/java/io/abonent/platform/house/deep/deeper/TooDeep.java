package io.abonent.platform.house.deep.deeper;

/** A folder below a feature. */
record TooDeep() {}
