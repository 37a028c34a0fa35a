/** Payment quotes: amounts frozen for a quarter of an hour. */
@NullMarked
package io.abonent.billing.quote;

import org.jspecify.annotations.NullMarked;
