/** Kills, cuts and loads the system, and counts what is left: the program behind {@code ./abonent bench}. */
@NullMarked
package io.abonent.bench;

import org.jspecify.annotations.NullMarked;
