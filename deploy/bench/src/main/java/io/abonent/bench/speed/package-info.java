/** Figures, each beside its limit, taken in the same minutes. */
@NullMarked
package io.abonent.bench.speed;

import org.jspecify.annotations.NullMarked;
