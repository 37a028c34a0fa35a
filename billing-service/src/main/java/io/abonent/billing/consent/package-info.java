/** Replica of consent-service: who may use the cabinet. */
@NullMarked
package io.abonent.billing.consent;

import org.jspecify.annotations.NullMarked;
