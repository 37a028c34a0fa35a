/** A long time in which nothing goes wrong, and what has grown at its end. */
@NullMarked
package io.abonent.bench.soak;

import org.jspecify.annotations.NullMarked;
