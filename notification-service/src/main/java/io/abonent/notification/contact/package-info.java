/** Replica of identity-service: who is reached where. Fed by events only, never written otherwise. */
@NullMarked
package io.abonent.notification.contact;

import org.jspecify.annotations.NullMarked;
