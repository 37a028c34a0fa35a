package io.abonent.billing.provider;

import io.abonent.billing.partner.AllowedOrigins;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.billing.provider.PaymentProvider.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provider's payment object as it came over the wire: anything may be missing or absurd until checked. */
record YooKassaPayment(
        @Nullable String id,
        @Nullable String status,
        @Nullable Amount amount,
        @Nullable Amount refunded_amount,
        @Nullable Confirmation confirmation,
        @Nullable Instant captured_at,
        @Nullable Map<String, String> metadata,
        @Nullable CancellationDetails cancellation_details) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}\\.\\d{2}");

    record Amount(@Nullable String value, @Nullable String currency) {

        long minor() {
            if (value == null || !AMOUNT.matcher(value).matches()) {
                throw broken("amount");
            }
            return new BigDecimal(value).movePointRight(2).longValueExact();
        }

        String checkedCurrency() {
            if (currency == null || !currency.matches("[A-Z]{3}")) {
                throw broken("currency");
            }
            return currency;
        }
    }

    record Confirmation(@Nullable String confirmation_url) {}

    record CancellationDetails(
            @Nullable String party, @Nullable String reason) {}

    ProviderPayment checked(AllowedOrigins pages) {
        if (id == null || !ID.matcher(id).matches()) {
            throw broken("id");
        }
        if (amount == null) {
            throw broken("amount");
        }
        return new ProviderPayment(
                id,
                state(),
                amount.minor(),
                amount.checkedCurrency(),
                ourId(),
                page(pages),
                captured_at,
                cancellation_details == null ? null : cancellation_details.reason(),
                refunded_amount == null ? 0 : refunded_amount.minor());
    }

    private State state() {
        if (status == null) {
            throw broken("status");
        }
        return switch (status) {
            case "pending", "waiting_for_capture" -> State.PENDING;
            case "succeeded" -> State.SUCCEEDED;
            case "canceled" -> State.CANCELED;
            default -> throw broken("status");
        };
    }

    private @Nullable UUID ourId() {
        String ours = metadata == null ? null : metadata.get("paymentId");
        try {
            return ours == null ? null : UUID.fromString(ours);
        } catch (IllegalArgumentException e) {
            throw broken("metadata");
        }
    }

    private @Nullable String page(AllowedOrigins pages) {
        String page = confirmation == null ? null : confirmation.confirmation_url();
        if (page != null && !pages.allow(page)) {
            throw broken("payment page");
        }
        return page;
    }

    private static PartnerUnavailable broken(String what) {
        return new PartnerUnavailable("payment-provider", "unbelievable " + what, null);
    }
}
