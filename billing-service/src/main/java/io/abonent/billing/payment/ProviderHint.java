package io.abonent.billing.payment;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only two things read from a notification: which payment it is about. Anybody may send one, so nothing else in it
 * is believed.
 */
record ProviderHint(String providerPaymentId, Optional<UUID> paymentId) {

    private static final Pattern PROVIDER_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    static Optional<ProviderHint> parse(JsonMapper json, byte[] body) {
        JsonNode object;
        try {
            object = json.readTree(body).path("object");
        } catch (JacksonException e) {
            return Optional.empty();
        }
        // A refund names its payment apart.
        String id = object.path("payment_id").asString(object.path("id").asString(""));
        if (!PROVIDER_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderHint(
                id, uuid(object.path("metadata").path("paymentId").asString(""))));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
