/** A run after which everything that was ever told is told again, in order and out of order, and must change nothing. */
@NullMarked
package io.abonent.bench.replay;

import org.jspecify.annotations.NullMarked;
