/** More than the house can do, and clients that take their time. */
@NullMarked
package io.abonent.bench.stress;

import org.jspecify.annotations.NullMarked;
