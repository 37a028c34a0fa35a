package io.abonent.notification.message;

import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.RegisterReading;
import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person is told. Kept as JSON from the event until it is sent, therefore without any contact; a code or link
 * is added only while the message is being sent.
 */
public sealed interface Message {

    /** Whose name and time zone the words use, if it is about a supplier's account. */
    default @Nullable UUID supplierId() {
        return null;
    }

    /** Adds what stays sealed until the message is sent, where it belongs to the message. */
    default Message withSecret(@Nullable String secretCode, @Nullable String secretLink) {
        return this;
    }

    /** A code, and for a mailbox a link too. Both are absent while the message waits. */
    record ConfirmContact(@Nullable String code, @Nullable String link, Instant expiresAt) implements Message {

        @Override
        public ConfirmContact withSecret(@Nullable String secretCode, @Nullable String secretLink) {
            return new ConfirmContact(secretCode, secretLink, expiresAt);
        }

        @Override
        public String toString() {
            return "ConfirmContact[expiresAt=" + expiresAt + "]";
        }
    }

    /** Code and link to a new password, absent while the message waits. */
    record ForgottenPassword(
            @Nullable String code, @Nullable String link, Instant expiresAt) implements Message {

        @Override
        public ForgottenPassword withSecret(@Nullable String secretCode, @Nullable String secretLink) {
            return new ForgottenPassword(secretCode, secretLink, expiresAt);
        }

        @Override
        public String toString() {
            return "ForgottenPassword[expiresAt=" + expiresAt + "]";
        }
    }

    /** Somebody tried to register with this person's contact. */
    record AlreadyRegistered() implements Message {}

    record Welcome(String loginMasked) implements Message {}

    /** By who knew the old one. */
    record PasswordChanged(Instant changedAt) implements Message {}

    /** By who had forgotten it, or says so. */
    record PasswordReset(Instant resetAt) implements Message {}

    record ConsentConfirmed(ConsentPurpose purpose, int documentVersion, UUID evidenceId, Instant signedAt)
            implements Message {}

    record ConsentTakenBack(ConsentPurpose purpose, int documentVersion, UUID evidenceId, Instant withdrawnAt)
            implements Message {}

    /** @param own false for the other holders of the same supply account */
    record AccountConnected(String accountNumberMasked, UUID supplierId, Instant at, boolean own) implements Message {}

    record AccountDisconnected(
            String accountNumberMasked, UUID supplierId, AccountUnlinked.Cause cause, Instant at, boolean own)
            implements Message {}

    record AccessExtended(String accountNumberMasked, UUID supplierId, Instant at, boolean own) implements Message {}

    /** @param late the person was told before that the payment had failed */
    record PaymentTaken(@Nullable UUID supplierId, long amountMinor, String currency, Instant paidAt, boolean late)
            implements Message {}

    record PaymentNotMade(
            @Nullable UUID supplierId, long amountMinor, String currency, PaymentFailed.Reason reason, Instant failedAt)
            implements Message {}

    record PaymentCredited(@Nullable UUID supplierId, long amountMinor, String currency, Instant postedAt)
            implements Message {}

    record ReceiptIssued(long amountMinor, String currency, String url, Instant registeredAt) implements Message {}

    record ReadingReceived(UUID supplierId, String period, List<RegisterReading> registers, Instant submittedAt)
            implements Message {}

    record ReadingTaken(UUID supplierId, String period, List<RegisterReading> registers, Instant acceptedAt)
            implements Message {}

    record ReadingRefused(
            UUID supplierId,
            String period,
            List<RegisterReading> registers,
            ReadingRejected.Reason reason,
            Instant rejectedAt)
            implements Message {}

    record TicketRegistered(String number, String category, Instant openedAt) implements Message {}

    /**
     * For the people who answer, in the platform's language.
     *
     * @param followUp a further message of a ticket they know
     * @param accountNumberMasked of the supply account it is about
     */
    record TicketForSupport(
            String number,
            String category,
            String text,
            boolean followUp,
            @Nullable UUID supplierId,
            @Nullable String accountNumberMasked,
            Instant at)
            implements Message {}

    /**
     * For the people who answer: the customer needs no answer any more.
     *
     * @param settled false if it is asked again
     */
    record TicketSettled(
            String number,
            String category,
            boolean settled,
            @Nullable UUID supplierId,
            Instant at) implements Message {}
}
