/** A service of the smallest kind, to prove the starter with: one aggregate, one replica fed by events. */
@NullMarked
package io.abonent.platform.sample;

import org.jspecify.annotations.NullMarked;
