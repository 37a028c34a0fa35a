/** Replica of account-service: who may act on which supply account, and the gate in front of every feature. */
@NullMarked
package io.abonent.billing.link;

import org.jspecify.annotations.NullMarked;
