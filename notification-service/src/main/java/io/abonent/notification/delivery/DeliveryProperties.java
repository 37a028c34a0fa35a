package io.abonent.notification.delivery;

import io.abonent.notification.message.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param timeZone for dates in messages that are not about a supplier's account
 * @param supportLanguage of the letters to those who answer tickets
 * @param smsPerSecond pace of one instance; codes do not count
 * @param mailsPerSecond likewise
 * @param smsPerDay notices by SMS to one person; codes and warnings do not count
 */
@Validated
@ConfigurationProperties("abonent.delivery")
record DeliveryProperties(
        @DefaultValue("Europe/Moscow") ZoneId timeZone,
        @DefaultValue("RU") Language supportLanguage,
        @DefaultValue("20") @Min(1) @Max(1000) int smsPerSecond,
        @DefaultValue("20") @Min(1) @Max(1000) int mailsPerSecond,
        @DefaultValue("30") @Min(1) @Max(1000) int smsPerDay) {}
