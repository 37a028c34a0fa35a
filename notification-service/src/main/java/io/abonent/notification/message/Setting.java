package io.abonent.notification.message;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the words depend on besides the message.
 *
 * @param zone of the supplier's clocks, in which dates are told
 * @param supplierName absent while the supplier is not known here
 */
public record Setting(
        Language language, ZoneId zone, @Nullable String supplierName, Instant now) {}
