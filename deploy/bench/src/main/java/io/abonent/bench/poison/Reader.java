package io.abonent.bench.poison;

import static io.abonent.contracts.Topic.ACCOUNT_LINK;
import static io.abonent.contracts.Topic.ACCOUNT_SUPPLIER;
import static io.abonent.contracts.Topic.BILLING_PAYMENT;
import static io.abonent.contracts.Topic.BILLING_READING;
import static io.abonent.contracts.Topic.CONSENT;
import static io.abonent.contracts.Topic.IDENTITY_CONTACT;
import static io.abonent.contracts.Topic.IDENTITY_USER;
import static io.abonent.contracts.Topic.IDENTITY_VERIFICATION;

import io.abonent.bench.world.ConsumerGroups;
import io.abonent.contracts.Topic;
import java.util.List;

/**
 * Who reads what, said once more apart from the services: a reader that is missing here leaves dead letters nobody
 * expects. {@code identity.session.v1} is read by all processes without a group and without dead letters.
 *
 * @param consumer as the service names it
 */
record Reader(String service, String consumer, Topic topic) {

    private static final List<Reader> ALL = List.of(
            new Reader("consent", "userEvents", IDENTITY_USER),
            new Reader("account", "consentEvents", CONSENT),
            new Reader("billing", "consentEvents", CONSENT),
            new Reader("billing", "linkEvents", ACCOUNT_LINK),
            new Reader("billing", "supplierEvents", ACCOUNT_SUPPLIER),
            new Reader("notification", "verificationEvents", IDENTITY_VERIFICATION),
            new Reader("notification", "contactEvents", IDENTITY_CONTACT),
            new Reader("notification", "userEvents", IDENTITY_USER),
            new Reader("notification", "consentEvents", CONSENT),
            new Reader("notification", "supplierEvents", ACCOUNT_SUPPLIER),
            new Reader("notification", "linkEvents", ACCOUNT_LINK),
            new Reader("notification", "paymentEvents", BILLING_PAYMENT),
            new Reader("notification", "readingEvents", BILLING_READING));

    static List<Reader> of(Topic topic) {
        return ALL.stream().filter(reader -> reader.topic() == topic).toList();
    }

    String group() {
        return ConsumerGroups.of(service);
    }
}
