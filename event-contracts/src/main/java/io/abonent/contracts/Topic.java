package io.abonent.contracts;

import java.time.Duration;

/** The topics: one per aggregate, keyed by the aggregate's id. The number of partitions is for life. */
public enum Topic {
    IDENTITY_USER("identity.user.v1", Cleanup.COMPACT),
    /** Restricted: holds phone numbers and e-mail addresses. */
    IDENTITY_CONTACT("identity.contact.v1", Cleanup.COMPACT),
    /** Restricted: holds encrypted verification secrets for an hour. */
    IDENTITY_VERIFICATION("identity.verification.v1", Cleanup.HOUR),
    /** Only as long as an access token of an ended session may be around. */
    IDENTITY_SESSION("identity.session.v1", Cleanup.HOUR),
    CONSENT("consent.consent.v1", Cleanup.COMPACT),
    ACCOUNT_SUPPLIER("account.supplier.v1", Cleanup.COMPACT),
    ACCOUNT_LINK("account.link.v1", Cleanup.COMPACT),
    BILLING_ACCOUNT("billing.account.v1", Cleanup.COMPACT),
    BILLING_PAYMENT("billing.payment.v1", Cleanup.MONTH),
    BILLING_READING("billing.reading.v1", Cleanup.MONTH),
    NOTIFICATION_DELIVERY("notification.delivery.v1", Cleanup.MONTH),
    NOTIFICATION_TICKET("notification.ticket.v1", Cleanup.MONTH);

    public static final int PARTITIONS = 12;

    /** What Kafka does with old records. State topics are compacted: a tombstone erases the aggregate. */
    public enum Cleanup {
        COMPACT,
        MONTH,
        HOUR;

        /** Kafka's {@code cleanup.policy}. */
        public String policy() {
            return this == COMPACT ? "compact" : "delete";
        }

        /** Kafka's {@code retention.ms}; for a compacted topic it is not used. */
        public Duration retention() {
            return this == HOUR ? Duration.ofHours(1) : Duration.ofDays(30);
        }
    }

    private final String topicName;
    private final Cleanup cleanup;

    Topic(String topicName, Cleanup cleanup) {
        this.topicName = topicName;
        this.cleanup = cleanup;
    }

    public String topicName() {
        return topicName;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** Topics with personal data: read by notification-service and nobody else. */
    public boolean restricted() {
        return this == IDENTITY_CONTACT || this == IDENTITY_VERIFICATION;
    }
}
