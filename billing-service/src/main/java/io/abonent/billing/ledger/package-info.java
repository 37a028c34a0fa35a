/** Double-entry ledger: every kopeck that moved, never edited. */
@NullMarked
package io.abonent.billing.ledger;

import org.jspecify.annotations.NullMarked;
