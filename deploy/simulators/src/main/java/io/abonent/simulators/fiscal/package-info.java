/** The cash register in the shape of ATOL Online v5, with the page of its fiscal data operator. */
@NullMarked
package io.abonent.simulators.fiscal;

import org.jspecify.annotations.NullMarked;
