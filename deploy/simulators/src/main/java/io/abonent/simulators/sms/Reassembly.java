package io.abonent.simulators.sms;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Joins the parts of long messages. Holds a bounded number of unfinished ones and forgets the oldest. */
final class Reassembly {

    private static final int UNFINISHED_MAX = 1_000;

    private final Map<Key, Map<Integer, SmsPart>> unfinished = new LinkedHashMap<>();

    private record Key(String from, String to, int reference, int total) {}

    /** The text, once its last missing part has come. */
    synchronized Optional<String> add(String from, String to, SmsPart part) {
        if (part.total() == 1) {
            return Optional.of(SmsPart.decode(part.content(), part.dataCoding()));
        }
        Key key = new Key(from, to, part.reference(), part.total());
        Map<Integer, SmsPart> parts = unfinished.computeIfAbsent(key, absent -> new LinkedHashMap<>());
        parts.put(part.number(), part);
        if (parts.size() < part.total()) {
            if (unfinished.size() > UNFINISHED_MAX) {
                unfinished.remove(unfinished.keySet().iterator().next());
            }
            return Optional.empty();
        }
        unfinished.remove(key);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int number = 1; number <= part.total(); number++) {
            SmsPart next = parts.get(number);
            if (next != null) {
                whole.writeBytes(next.content());
            }
        }
        return Optional.of(SmsPart.decode(whole.toByteArray(), part.dataCoding()));
    }
}
