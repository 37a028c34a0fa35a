package io.abonent.contracts;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.contracts.billing.BalanceUpdated;
import io.abonent.contracts.billing.FiscalReceiptRegistered;
import io.abonent.contracts.billing.PaymentCreated;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPosted;
import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.contracts.billing.ReadingSuperseded;
import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.ProfileUpdated;
import io.abonent.contracts.identity.SessionEnded;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.contracts.notification.TicketOpened;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue: every event, its topic, its producer and the version of its schema. */
public enum EventType {
    USER_REGISTERED(UserRegistered.class, 1, Topic.IDENTITY_USER, "identity"),
    PROFILE_UPDATED(ProfileUpdated.class, 1, Topic.IDENTITY_USER, "identity"),
    PASSWORD_CHANGED(PasswordChanged.class, 1, Topic.IDENTITY_USER, "identity"),
    PASSWORD_RESET(PasswordReset.class, 1, Topic.IDENTITY_USER, "identity"),
    CONTACT_CONFIRMED(ContactConfirmed.class, 1, Topic.IDENTITY_CONTACT, "identity"),
    VERIFICATION_REQUESTED(VerificationRequested.class, 1, Topic.IDENTITY_VERIFICATION, "identity"),
    SESSION_ENDED(SessionEnded.class, 1, Topic.IDENTITY_SESSION, "identity"),
    CONSENT_DOCUMENT_PUBLISHED(ConsentDocumentPublished.class, 1, Topic.CONSENT, "consent"),
    CONSENT_SIGNED(ConsentSigned.class, 1, Topic.CONSENT, "consent"),
    CONSENT_WITHDRAWN(ConsentWithdrawn.class, 1, Topic.CONSENT, "consent"),
    SUPPLIER_PROFILE_CHANGED(SupplierProfileChanged.class, 1, Topic.ACCOUNT_SUPPLIER, "account"),
    ACCOUNT_LINKED(AccountLinked.class, 1, Topic.ACCOUNT_LINK, "account"),
    ACCOUNT_UNLINKED(AccountUnlinked.class, 1, Topic.ACCOUNT_LINK, "account"),
    EXTENDED_ACCESS_GRANTED(ExtendedAccessGranted.class, 1, Topic.ACCOUNT_LINK, "account"),
    BALANCE_UPDATED(BalanceUpdated.class, 1, Topic.BILLING_ACCOUNT, "billing"),
    PAYMENT_CREATED(PaymentCreated.class, 1, Topic.BILLING_PAYMENT, "billing"),
    PAYMENT_PAID(PaymentPaid.class, 1, Topic.BILLING_PAYMENT, "billing"),
    PAYMENT_POSTED(PaymentPosted.class, 1, Topic.BILLING_PAYMENT, "billing"),
    PAYMENT_FAILED(PaymentFailed.class, 1, Topic.BILLING_PAYMENT, "billing"),
    FISCAL_RECEIPT_REGISTERED(FiscalReceiptRegistered.class, 1, Topic.BILLING_PAYMENT, "billing"),
    READING_SUBMITTED(ReadingSubmitted.class, 1, Topic.BILLING_READING, "billing"),
    READING_ACCEPTED(ReadingAccepted.class, 1, Topic.BILLING_READING, "billing"),
    READING_REJECTED(ReadingRejected.class, 1, Topic.BILLING_READING, "billing"),
    READING_SUPERSEDED(ReadingSuperseded.class, 1, Topic.BILLING_READING, "billing"),
    TICKET_OPENED(TicketOpened.class, 1, Topic.NOTIFICATION_TICKET, "notification");

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final Class<? extends Event> record;
    private final int schemaVersion;
    private final Topic topic;
    private final String producer;

    EventType(Class<? extends Event> record, int schemaVersion, Topic topic, String producer) {
        this.record = record;
        this.schemaVersion = schemaVersion;
        this.topic = topic;
        this.producer = producer;
    }

    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** @throws IllegalArgumentException for a record that the catalogue does not list */
    public static EventType of(Class<? extends Event> record) {
        EventType type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + " is not in the catalogue of events");
        }
        return type;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public Topic topic() {
        return topic;
    }

    public int schemaVersion() {
        return schemaVersion;
    }

    /** Short name of the service that owns the fact, e.g. {@code account}. */
    public String producer() {
        return producer;
    }

    /** Value of {@link EventHeaders#TYPE}. */
    public String wireName() {
        return "abonent." + producer + "." + record.getSimpleName() + ".v" + schemaVersion;
    }

    /** Resource of the JSON Schema (2020-12) of the value. */
    public String schemaResource() {
        return "schemas/" + record.getSimpleName() + ".v" + schemaVersion + ".schema.json";
    }

    /** Resource of the golden example, the fixture which producers and consumers share. */
    public String exampleResource() {
        return "examples/" + record.getSimpleName() + ".v" + schemaVersion + ".example.json";
    }
}
