package io.abonent.bench.poison;

import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of a topic that every reader of that topic takes: the golden example, about something that nobody knows.
 *
 * @param id the field with the aggregate's id
 * @param choice a field with one of a few words, empty if there is none
 * @param texts fields which every reader stores, each at least one of them
 */
record Mould(EventType type, String id, String choice, List<String> texts) {

    static final List<Mould> ALL = List.of(
            new Mould(EventType.USER_REGISTERED, "userId", "loginType", List.of("loginMasked")),
            new Mould(EventType.CONTACT_CONFIRMED, "contactId", "type", List.of("value")),
            new Mould(EventType.VERIFICATION_REQUESTED, "verificationId", "purpose", List.of("targetMasked")),
            new Mould(EventType.SESSION_ENDED, "sessionId", "cause", List.of()),
            new Mould(EventType.CONSENT_SIGNED, "consentId", "purpose", List.of()),
            new Mould(EventType.SUPPLIER_PROFILE_CHANGED, "supplierId", "status", List.of("name")),
            new Mould(
                    EventType.ACCOUNT_LINKED,
                    "linkId",
                    "accessLevel",
                    List.of("accountNumberMasked", "supplierAccountRef")),
            new Mould(EventType.PAYMENT_PAID, "paymentId", "method", List.of("currency")),
            new Mould(EventType.READING_ACCEPTED, "readingId", "", List.of("period")));

    Topic topic() {
        return type.topic();
    }

    ObjectNode event(SplittableRandom random) {
        try (InputStream example = Mould.class.getClassLoader().getResourceAsStream(type.exampleResource())) {
            ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(example));
            if (event.has("userId")) {
                event.put("userId", uuid(random).toString());
            }
            return event.put(id, uuid(random).toString()).put("version", 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
