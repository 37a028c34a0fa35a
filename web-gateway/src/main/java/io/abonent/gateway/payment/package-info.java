/** Paying: what is due or an amount of one's own, following a payment, and what was paid before. */
@NullMarked
package io.abonent.gateway.payment;

import org.jspecify.annotations.NullMarked;
