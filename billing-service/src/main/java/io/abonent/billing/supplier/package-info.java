/** Replica of account-service: suppliers and their rules for payments and readings. */
@NullMarked
package io.abonent.billing.supplier;

import org.jspecify.annotations.NullMarked;
