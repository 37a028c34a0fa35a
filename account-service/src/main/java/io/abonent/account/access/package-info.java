/** Extended access: proving possession of the bill or the meter. */
@NullMarked
package io.abonent.account.access;

import org.jspecify.annotations.NullMarked;
