package io.abonent.account.supplier;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a back office answers, and believes little of it: a proxy's error page is not "no such account", and a
 * number where a boolean belongs is not a match (F-41).
 */
final class BackOfficeAnswers {

    static final int MAX_BODY = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MAX_REF = 100;
    private static final int MAX_ADDRESS = 300;

    /** An answer as it came from the socket. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Raw(int status, @Nullable MediaType contentType, byte[] body) {}

    /** The answer makes no sense; counts as a failure of the supplier. */
    static final class Garbled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Garbled(String why) {
            super(why);
        }
    }

    private BackOfficeAnswers() {}

    static AccountLookup lookup(Raw answer, String askedNumber) {
        JsonNode json = json(answer);
        if (notFound(answer, json)) {
            return new AccountLookup.NotFound();
        }
        expectOk(answer);
        if (!text(json, "number", AccountNumberRule.MAX_INPUT).equals(askedNumber)) {
            throw new Garbled("answers about another account");
        }
        String currency = text(json, "currency", 3);
        if (!CURRENCY.matcher(currency).matches()) {
            throw new Garbled("currency");
        }
        boolean open = switch (text(json, "status", 20)) {
            case "OPEN" -> true;
            case "CLOSED" -> false;
            default -> throw new Garbled("status");
        };
        return new AccountLookup.Found(
                text(json, "accountRef", MAX_REF), text(json, "address", MAX_ADDRESS), open, currency);
    }

    static AccessCheck accessCheck(Raw answer) {
        JsonNode json = json(answer);
        if (notFound(answer, json)) {
            return AccessCheck.ACCOUNT_GONE;
        }
        expectOk(answer);
        JsonNode match = json.get("match");
        if (match == null || !match.isBoolean()) {
            throw new Garbled("match");
        }
        return match.booleanValue() ? AccessCheck.MATCH : AccessCheck.MISMATCH;
    }

    private static boolean notFound(Raw answer, JsonNode json) {
        return answer.status() == 404 && "NOT_FOUND".equals(text(json, "code", 40));
    }

    private static void expectOk(Raw answer) {
        if (answer.status() != 200) {
            throw new Garbled("status " + answer.status());
        }
    }

    private static JsonNode json(Raw answer) {
        MediaType type = answer.contentType();
        if (type == null || !MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            throw new Garbled("status " + answer.status() + ", not JSON");
        }
        if (answer.body().length > MAX_BODY) {
            throw new Garbled("too large");
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json == null || !json.isObject()) {
                throw new Garbled("not an object");
            }
            return json;
        } catch (JacksonException broken) {
            // The message of the parser may quote the answer, and the answer may hold an address.
            throw new Garbled("broken JSON");
        }
    }

    private static String text(JsonNode json, String name, int maxLength) {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw new Garbled(name);
        }
        String text = value.stringValue();
        if (text.isBlank() || text.length() > maxLength) {
            throw new Garbled(name);
        }
        return text;
    }
}
