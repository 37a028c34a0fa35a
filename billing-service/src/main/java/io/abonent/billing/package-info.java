/**
 * Billing: {@code balance} what is due, {@code quote} and {@code payment} paying it, {@code ledger} the money, {@code
 * posting} and {@code fiscal} what follows a payment, {@code meter} and {@code reading} meters; {@code supplier}, {@code
 * link} and {@code consent} are replicas of other services' facts; {@code backoffice} and {@code provider} are partners.
 */
@NullMarked
package io.abonent.billing;

import org.jspecify.annotations.NullMarked;
