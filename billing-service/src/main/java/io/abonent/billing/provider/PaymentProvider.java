package io.abonent.billing.provider;

import io.abonent.billing.partner.PartnerUnavailable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the money. Every method may throw {@link PartnerUnavailable}: the outcome is then unknown and is asked for later. */
public interface PaymentProvider {

    /** Idempotent by the order's id: repeating it never makes a second payment. */
    Creation create(Order order);

    Lookup find(String providerPaymentId);

    /** Asks to give an unpaid payment up; the answer says what it is now, which may well be "paid". */
    Lookup cancel(String providerPaymentId, UUID paymentId);

    record Order(UUID paymentId, long amountMinor, String currency, Kind kind, String returnUrl, String description) {}

    enum Kind {
        CARD,
        SBP
    }

    sealed interface Creation {

        record Created(ProviderPayment payment) implements Creation {}

        /** The order itself was refused: no payment exists and none will. */
        record Refused(String code) implements Creation {}
    }

    sealed interface Lookup {

        record Found(ProviderPayment payment) implements Lookup {}

        record Missing() implements Lookup {}
    }

    /**
     * The provider's word, shape checked, meaning not.
     *
     * @param paymentId our id which the provider keeps for us; null if it came back without
     * @param cancelReason the provider's code, for a cancelled payment
     * @param refundedMinor of a paid payment, in total so far
     */
    record ProviderPayment(
            String id,
            State state,
            long amountMinor,
            String currency,
            @Nullable UUID paymentId,
            @Nullable String confirmationUrl,
            @Nullable Instant capturedAt,
            @Nullable String cancelReason,
            long refundedMinor) {}

    enum State {
        PENDING,
        SUCCEEDED,
        CANCELED
    }
}
