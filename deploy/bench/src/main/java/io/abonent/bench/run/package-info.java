/** The named runs and what they tell. */
@NullMarked
package io.abonent.bench.run;

import org.jspecify.annotations.NullMarked;
