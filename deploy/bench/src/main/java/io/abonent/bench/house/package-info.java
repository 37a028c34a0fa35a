/** The system under test: started, stopped and looked at by the means everybody has. */
@NullMarked
package io.abonent.bench.house;

import org.jspecify.annotations.NullMarked;
