/** What SMS and mail have in common. */
@NullMarked
package io.abonent.notification.channel;

import org.jspecify.annotations.NullMarked;
