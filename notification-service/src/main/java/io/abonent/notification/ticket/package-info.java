/** Questions to support and their answers. */
@NullMarked
package io.abonent.notification.ticket;

import org.jspecify.annotations.NullMarked;
