/** Replica of identity-service, fed only by its events. */
@NullMarked
package io.abonent.consent.user;

import org.jspecify.annotations.NullMarked;
