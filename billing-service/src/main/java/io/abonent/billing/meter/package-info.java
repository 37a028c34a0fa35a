/** Meters and their registers, kept in step with the supplier. */
@NullMarked
package io.abonent.billing.meter;

import org.jspecify.annotations.NullMarked;
