/** Codes and links that confirm a contact: first in the queue, never late. */
@NullMarked
package io.abonent.notification.verification;

import org.jspecify.annotations.NullMarked;
