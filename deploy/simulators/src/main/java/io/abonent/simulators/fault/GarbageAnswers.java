package io.abonent.simulators.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an honest answer into one nobody should believe (F-41): the fixed list below, and then for every field of the
 * answer its loss, null, another type and another value. A payment gives more than a hundred of them.
 */
@Component
class GarbageAnswers {

    private static final String JSON = "application/json";
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>Технические работы</title></head><body><h1>Скоро вернёмся</h1></body></html>";

    private final JsonMapper json;

    GarbageAnswers(JsonMapper json) {
        this.json = json;
    }

    record Answer(int status, String contentType, String text) {

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Mutation(String name, Answer answer) {}

    Answer spoil(int status, byte[] body, @Nullable String name, int turn) {
        List<Mutation> all = mutations(status, body);
        if (name == null) {
            return all.get(Math.floorMod(turn, all.size())).answer();
        }
        return all.stream()
                .filter(mutation -> mutation.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(all.getFirst())
                .answer();
    }

    List<String> names(int status, byte[] body) {
        return mutations(status, body).stream().map(Mutation::name).toList();
    }

    private List<Mutation> mutations(int status, byte[] body) {
        String honest = new String(body, StandardCharsets.UTF_8);
        List<Mutation> all = new ArrayList<>();
        all.add(new Mutation("HTML", new Answer(200, "text/html;charset=UTF-8", HTML)));
        JsonNode tree = parsed(body);
        if (tree instanceof ObjectNode object) {
            all.addAll(lies(status, object));
        }
        all.add(new Mutation("HTML_AS_JSON", new Answer(200, JSON, HTML)));
        all.add(new Mutation("EMPTY", new Answer(200, JSON, "")));
        all.add(new Mutation("EMPTY_OBJECT", new Answer(200, JSON, "{}")));
        all.add(new Mutation("NULL", new Answer(200, JSON, "null")));
        all.add(new Mutation("ARRAY", new Answer(200, JSON, "[" + honest + "]")));
        all.add(new Mutation("TRUNCATED", new Answer(200, JSON, honest.substring(0, honest.length() / 2))));
        all.add(new Mutation("TRAILING", new Answer(200, JSON, honest + honest)));
        all.add(new Mutation("HUGE", new Answer(200, JSON, "{\"padding\":\"" + "x".repeat(2_000_000) + "\"}")));
        all.add(new Mutation("DEEP", new Answer(200, JSON, "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000))));
        all.add(new Mutation("BINARY", new Answer(200, JSON, "\0\1\uFFFD\r\n\0")));
        all.add(new Mutation("TEXT", new Answer(200, "text/plain", "OK")));
        all.add(new Mutation("TEAPOT", new Answer(418, "text/plain", "?")));
        all.add(new Mutation("NOT_FOUND_HTML", new Answer(404, "text/html;charset=UTF-8", HTML)));
        if (tree instanceof ObjectNode object) {
            spoilFields(status, object, object, "", all);
        }
        return all;
    }

    private @Nullable JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Well-formed answers that are simply not true. */
    private List<Mutation> lies(int status, ObjectNode honest) {
        Map<String, UnaryOperator<String>> changes = Map.of(
                "WRONG_AMOUNT", GarbageAnswers::otherAmount,
                "WRONG_CURRENCY", ignored -> "USD",
                "OTHER_ID", GarbageAnswers::otherId);
        List<Mutation> found = new ArrayList<>();
        for (String name : List.of("WRONG_AMOUNT", "WRONG_CURRENCY", "OTHER_ID")) {
            ObjectNode copy = honest.deepCopy();
            if (rewrite(copy, name, Objects.requireNonNull(changes.get(name)))) {
                found.add(new Mutation(name, new Answer(status, JSON, copy.toString())));
            }
        }
        return found;
    }

    private static boolean rewrite(JsonNode node, String lie, UnaryOperator<String> change) {
        boolean changed = false;
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(field);
                if (value.isContainer()) {
                    changed |= rewrite(value, lie, change);
                } else if (lie.equals(lieAbout(field))) {
                    String next = change.apply(value.asString(""));
                    if (value.isNumber()) {
                        object.put(field, Long.parseLong(next));
                    } else {
                        object.put(field, next);
                    }
                    changed = true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode item : array) {
                changed |= rewrite(item, lie, change);
            }
        }
        return changed;
    }

    private static String lieAbout(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "debtminor", "creditminor", "amountminor", "value" -> "WRONG_AMOUNT";
            case "currency" -> "WRONG_CURRENCY";
            case "id", "uuid", "accountref", "operationid", "number", "paymentid", "serial" -> "OTHER_ID";
            default -> "";
        };
    }

    private static String otherAmount(String amount) {
        return amount.contains(".") ? "9" + amount : Long.toString(Long.parseLong(amount) + 100_00);
    }

    private static String otherId(String id) {
        return new StringBuilder(id).reverse().toString();
    }

    private void spoilFields(int status, ObjectNode root, ObjectNode node, String path, List<Mutation> all) {
        for (String field : List.copyOf(node.propertyNames())) {
            JsonNode value = node.get(field);
            String name = path + "/" + field;
            spoilField(status, root, node, field, "NO:" + name, null, all);
            spoilField(status, root, node, field, "NULL:" + name, node.nullNode(), all);
            spoilField(
                    status, root, node, field, "LIST:" + name, node.arrayNode().add(1), all);
            spoilField(status, root, node, field, "OTHER:" + name, otherType(node, value), all);
            if (value instanceof ObjectNode child) {
                spoilFields(status, root, child, name, all);
            }
        }
    }

    private static JsonNode otherType(ObjectNode factory, JsonNode value) {
        return value.isString() ? factory.numberNode(-1) : factory.stringNode("мусор");
    }

    private static void spoilField(
            int status,
            ObjectNode root,
            ObjectNode node,
            String field,
            String name,
            @Nullable JsonNode replacement,
            List<Mutation> all) {
        JsonNode kept = node.get(field);
        if (replacement == null) {
            node.remove(field);
        } else {
            node.set(field, replacement);
        }
        all.add(new Mutation(name, new Answer(status, JSON, root.toString())));
        node.set(field, kept);
    }
}
