/** Port and adapter of the suppliers' back offices. */
@NullMarked
package io.abonent.billing.backoffice;

import org.jspecify.annotations.NullMarked;
