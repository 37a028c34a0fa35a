/** The printed instruction, walked by people with a browser. */
@org.jspecify.annotations.NullMarked
package io.abonent.browser;
