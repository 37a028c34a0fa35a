/** Replica of account-service: who acts on which supply account. */
@NullMarked
package io.abonent.notification.link;

import org.jspecify.annotations.NullMarked;
