/** Payments: the state machine, the way to the provider and back. */
@NullMarked
package io.abonent.billing.payment;

import org.jspecify.annotations.NullMarked;
