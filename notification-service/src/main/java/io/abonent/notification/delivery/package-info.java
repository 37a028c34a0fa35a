/** One message on its way to one person: accepted, scheduled, sent, delivered, or given up. */
@NullMarked
package io.abonent.notification.delivery;

import org.jspecify.annotations.NullMarked;
