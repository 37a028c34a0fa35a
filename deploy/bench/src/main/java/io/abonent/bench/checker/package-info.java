/** Compares what was said with what is there. Reads records only, so that broken histories can be made by hand. */
@NullMarked
package io.abonent.bench.checker;

import org.jspecify.annotations.NullMarked;
