/** Fiscal receipts of paid parts: port and adapter of the cash register, and the step that gets them registered. */
@NullMarked
package io.abonent.billing.fiscal;

import org.jspecify.annotations.NullMarked;
