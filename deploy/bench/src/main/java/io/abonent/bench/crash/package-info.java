/** A run in which every service is ended once at each place where an effect is made, by the agent of crash-points. */
@NullMarked
package io.abonent.bench.crash;

import org.jspecify.annotations.NullMarked;
