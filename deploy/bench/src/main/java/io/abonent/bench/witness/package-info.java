/** Random customers, by seed, who write down what they do. */
@NullMarked
package io.abonent.bench.witness;

import org.jspecify.annotations.NullMarked;
