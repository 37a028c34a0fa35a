package io.abonent.billing.fiscal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param token secret, no default
 * @param paymentAddress tag 1187: the site where the payment is made
 * @param customerContact tag 1008: a mailbox of ours. Contacts of people do not come to this service by design; their
 *     copy of the receipt is sent by notification-service
 * @param itemName tag 1030
 * @param zone in which a VAT rate begins
 * @param vatRates the law's rates with the day each begins
 * @param reportPause between two questions about a receipt under way
 * @param attempts receipts per part before somebody has to look
 */
@Validated
@ConfigurationProperties("abonent.fiscal")
record FiscalProperties(
        @NotBlank String url,
        @NotBlank String token,
        @NotBlank String paymentAddress,
        @NotBlank String customerContact,
        @DefaultValue("Оплата коммунальных услуг") String itemName,
        @DefaultValue("Europe/Moscow") ZoneId zone,
        @NotEmpty List<VatRate> vatRates,
        @DefaultValue("2s") Duration reportPause,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("5") int attempts) {

    /** @param onAdvance the calculated rate, e.g. 22/122 */
    record VatRate(
            LocalDate from,
            @NotBlank String onPayment,
            @NotBlank String onAdvance) {}

    @Override
    public String toString() {
        return "FiscalProperties[" + url + "]";
    }
}
