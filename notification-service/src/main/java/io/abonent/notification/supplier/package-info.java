/** Replica of account-service: names, time zones and support addresses of suppliers. */
@NullMarked
package io.abonent.notification.supplier;

import org.jspecify.annotations.NullMarked;
