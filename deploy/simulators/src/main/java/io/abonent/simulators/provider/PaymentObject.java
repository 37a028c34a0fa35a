package io.abonent.simulators.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.provider.ProviderPayment.Cancellation;
import io.abonent.simulators.provider.ProviderPayment.Method;
import io.abonent.simulators.provider.ProviderPayment.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The payment object of the YooKassa v3 API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PaymentObject(
        String id,
        String status,
        boolean paid,
        Amount amount,
        @Nullable Confirmation confirmation,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant capturedAt,
        @Nullable String description,
        Map<String, String> metadata,
        PaymentMethod paymentMethod,
        Recipient recipient,
        boolean refundable,
        @Nullable Amount refundedAmount,
        @Nullable Cancellation cancellationDetails,
        boolean test) {

    record Amount(String value, String currency) {

        static Amount ofMinor(long minor, String currency) {
            return new Amount(BigDecimal.valueOf(minor, 2).toPlainString(), currency);
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Confirmation(String type, String returnUrl, String confirmationUrl) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentMethod(
            String type,
            String id,
            boolean saved,
            @Nullable String title,
            @Nullable Card card) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Card(String first6, String last4, String expiryYear, String expiryMonth, String cardType) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Recipient(String accountId, String gatewayId) {}

    static PaymentObject of(ProviderPayment payment, SimulatorsProperties simulators, String shopId) {
        boolean succeeded = payment.status() == Status.SUCCEEDED;
        boolean paid = succeeded || payment.status() == Status.WAITING_FOR_CAPTURE;
        long amount = succeeded ? payment.chargedMinor() : payment.amountMinor();
        Confirmation confirmation = payment.status() == Status.PENDING
                ? new Confirmation("redirect", payment.returnUrl(), simulators.publicUrl("/checkout/" + payment.id()))
                : null;
        return new PaymentObject(
                payment.id(),
                payment.status().wire(),
                paid,
                Amount.ofMinor(amount, payment.currency()),
                confirmation,
                millis(payment.createdAt()),
                payment.isOpen() ? millis(payment.expiresAt()) : null,
                payment.capturedAt() == null ? null : millis(payment.capturedAt()),
                payment.description(),
                payment.metadata(),
                method(payment, paid),
                new Recipient(shopId, "2000001"),
                succeeded && payment.refundedMinor() == 0,
                succeeded ? Amount.ofMinor(payment.refundedMinor(), payment.currency()) : null,
                payment.cancellation(),
                true);
    }

    private static PaymentMethod method(ProviderPayment payment, boolean paid) {
        String type = payment.method().name().toLowerCase(Locale.ROOT);
        boolean card = payment.method() == Method.BANK_CARD && paid;
        return new PaymentMethod(
                type,
                payment.id(),
                false,
                card ? "Bank card *4477" : null,
                card ? new Card("220000", "4477", "2030", "12", "Mir") : null);
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
