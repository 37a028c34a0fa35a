package io.abonent.consent.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/**
 * One object of text and whole numbers in the form of RFC 8785 (JSON Canonicalization Scheme): members sorted, no spaces,
 * shortest escapes, UTF-8. Written here because the bytes must stay the same for decades, whatever a JSON library changes.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    /** @param members values are {@link String} or whole numbers; sorted by UTF-16, which is the order of the scheme */
    static byte[] bytes(SortedMap<String, Object> members) {
        StringBuilder json = new StringBuilder(1024).append('{');
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            text(json, member.getKey());
            json.append(':');
            switch (member.getValue()) {
                case String value -> text(json, value);
                case Integer value -> json.append(value.intValue());
                case Long value -> json.append(value.longValue());
                case Object other -> throw new IllegalArgumentException("no canonical form for " + other.getClass());
            }
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
