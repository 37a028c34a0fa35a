/** Port and adapter of the payment provider. */
@NullMarked
package io.abonent.billing.provider;

import org.jspecify.annotations.NullMarked;
