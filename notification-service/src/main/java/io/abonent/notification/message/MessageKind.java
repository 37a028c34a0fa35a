package io.abonent.notification.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of messages; the names are stored with every delivery. */
public enum MessageKind {
    CONFIRM_CONTACT(Message.ConfirmContact.class, Urgency.CODE, true),
    FORGOTTEN_PASSWORD(Message.ForgottenPassword.class, Urgency.CODE, true),
    ALREADY_REGISTERED(Message.AlreadyRegistered.class, Urgency.CODE, true),
    WELCOME(Message.Welcome.class, Urgency.NOTICE, true),
    PASSWORD_CHANGED(Message.PasswordChanged.class, Urgency.SECURITY, true),
    PASSWORD_RESET(Message.PasswordReset.class, Urgency.SECURITY, true),
    CONSENT_CONFIRMED(Message.ConsentConfirmed.class, Urgency.NOTICE, true),
    CONSENT_TAKEN_BACK(Message.ConsentTakenBack.class, Urgency.NOTICE, true),
    ACCOUNT_CONNECTED(Message.AccountConnected.class, Urgency.SECURITY, true),
    ACCOUNT_DISCONNECTED(Message.AccountDisconnected.class, Urgency.SECURITY, true),
    ACCESS_EXTENDED(Message.AccessExtended.class, Urgency.SECURITY, true),
    PAYMENT_TAKEN(Message.PaymentTaken.class, Urgency.NOTICE, true),
    PAYMENT_NOT_MADE(Message.PaymentNotMade.class, Urgency.NOTICE, true),
    /** Three SMS about one payment would be two too many: this one goes to mailboxes only. */
    PAYMENT_CREDITED(Message.PaymentCredited.class, Urgency.NOTICE, false),
    RECEIPT_ISSUED(Message.ReceiptIssued.class, Urgency.NOTICE, true),
    READING_RECEIVED(Message.ReadingReceived.class, Urgency.NOTICE, true),
    READING_TAKEN(Message.ReadingTaken.class, Urgency.NOTICE, true),
    READING_REFUSED(Message.ReadingRefused.class, Urgency.NOTICE, true),
    TICKET_REGISTERED(Message.TicketRegistered.class, Urgency.NOTICE, true),
    TICKET_FOR_SUPPORT(Message.TicketForSupport.class, Urgency.SUPPORT, false),
    TICKET_SETTLED(Message.TicketSettled.class, Urgency.SUPPORT, false);

    /** How soon it must go out and after which age it is given up. */
    public enum Urgency {
        /** Ahead of everything else; the code's own expiry comes first. */
        CODE(100, Duration.ofMinutes(30)),
        SECURITY(60, Duration.ofDays(2)),
        NOTICE(40, Duration.ofDays(1)),
        /** Nobody else would see the question. */
        SUPPORT(50, Duration.ofDays(14));

        private final int priority;
        private final Duration maxAge;

        Urgency(int priority, Duration maxAge) {
            this.priority = priority;
            this.maxAge = maxAge;
        }

        public int priority() {
            return priority;
        }

        public Duration maxAge() {
            return maxAge;
        }
    }

    private static final Map<Class<?>, MessageKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageKind::type, Function.identity()));

    private final Class<? extends Message> type;
    private final Urgency urgency;
    private final boolean fitForSms;

    MessageKind(Class<? extends Message> type, Urgency urgency, boolean fitForSms) {
        this.type = type;
        this.urgency = urgency;
        this.fitForSms = fitForSms;
    }

    public static MessageKind of(Message message) {
        MessageKind kind = BY_TYPE.get(message.getClass());
        if (kind == null) {
            throw new IllegalArgumentException(message.getClass().getName() + " is not in the catalogue of messages");
        }
        return kind;
    }

    public Class<? extends Message> type() {
        return type;
    }

    public Urgency urgency() {
        return urgency;
    }

    public boolean fitForSms() {
        return fitForSms;
    }
}
