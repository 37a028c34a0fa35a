package io.abonent.platform.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that hurt careless readers (F-53). None is a valid request of any route. */
final class JsonBombs {

    private JsonBombs() {}

    static Map<String, String> all() {
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("nothing", "");
        bombs.put("space", "   ");
        bombs.put("null", "null");
        bombs.put("a number", "1");
        bombs.put("a string", "\"x\"");
        bombs.put("an array", "[]");
        bombs.put("deep arrays", "[".repeat(10_000) + "]".repeat(10_000));
        bombs.put("deep objects", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
        bombs.put("deep, unfinished", "[".repeat(30_000));
        bombs.put("a million keys", manyKeys(1_000_000));
        bombs.put("many keys within the limit", manyKeys(5_000));
        bombs.put("duplicate keys", "{\"x\":1,\"x\":2}");
        bombs.put("a huge number", "{\"x\":1e999999}");
        bombs.put("a long number", "{\"x\":" + "9".repeat(10_000) + "}");
        bombs.put("a long fraction", "{\"x\":0." + "9".repeat(10_000) + "}");
        bombs.put("NaN", "{\"x\":NaN}");
        bombs.put("Infinity", "{\"x\":-Infinity}");
        bombs.put("a lone surrogate", "{\"x\":\"\\ud800\"}");
        bombs.put("NUL escaped", "{\"x\":\"\\u0000\"}");
        bombs.put("NUL", "{\"x\":\"\0\"}");
        bombs.put("byte order mark", "\uFEFF{}");
        bombs.put("a comment", "{/* x */}");
        bombs.put("single quotes", "{'x':1}");
        bombs.put("unquoted", "{x:1}");
        bombs.put("trailing comma", "{\"x\":1,}");
        bombs.put("two documents", "{} {}");
        bombs.put("unfinished", "{\"x\":");
        bombs.put("unfinished text", "{\"x\":\"");
        bombs.put("bad escape", "{\"x\":\"\\x41\"}");
        bombs.put("tab in text", "{\"x\":\"\t\"}");
        bombs.put("leading zero", "{\"x\":01}");
        bombs.put("hexadecimal", "{\"x\":0x10}");
        bombs.put("a long name", "{\"" + "n".repeat(60_000) + "\":1}");
        bombs.put("HTML", "<html><body>x</body></html>");
        bombs.put("XML with an entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        bombs.put("prototype", "{\"__proto__\":{\"admin\":true}}");
        bombs.put("type of a class", "{\"@class\":\"java.lang.Runtime\"}");
        return bombs;
    }

    private static String manyKeys(int count) {
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return keys.append('}').toString();
    }
}
