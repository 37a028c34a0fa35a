/** How partners are called: time limits, circuit breaker, bulkhead, bounded answers. */
@NullMarked
package io.abonent.billing.partner;

import org.jspecify.annotations.NullMarked;
