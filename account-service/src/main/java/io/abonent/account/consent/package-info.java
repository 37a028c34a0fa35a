/** Replica of consent-service, fed only by its events, and the gate that closes the cabinet. */
@NullMarked
package io.abonent.account.consent;

import org.jspecify.annotations.NullMarked;
