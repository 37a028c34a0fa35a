/** Meter readings: rules, submission, the supplier's verdict. */
@NullMarked
package io.abonent.billing.reading;

import org.jspecify.annotations.NullMarked;
