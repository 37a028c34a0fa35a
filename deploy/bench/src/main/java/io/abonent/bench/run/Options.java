package io.abonent.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run may be told: {@code --seed 7 --kills 200}. */
public record Options(Map<String, String> given) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final List<String> KNOWN = List.of(
            "seed",
            "kills",
            "effects",
            "records",
            "rate",
            "workers",
            "replicas",
            "gap",
            "outage",
            "offset",
            "from",
            "address",
            "keep",
            "rounds",
            "seconds",
            "minutes",
            "clients",
            "only",
            "set");

    /** @throws IllegalArgumentException for anything it does not know */
    public static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            String name = arguments.get(index);
            if (!name.startsWith("--") || !KNOWN.contains(name.substring(2)) || index + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "not an option with a value: " + name + "; there are: --" + String.join(" --", KNOWN));
            }
            given.put(name.substring(2), arguments.get(index + 1));
        }
        return new Options(given);
    }

    public int number(String name, int otherwise) {
        String value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    public double decimal(String name, double otherwise) {
        String value = given.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    /** @throws IllegalArgumentException if nobody said it */
    public String text(String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** {@code --only reads,home}; all of them unless somebody says otherwise. @throws IllegalArgumentException for others */
    public List<String> only(Collection<String> all) {
        List<String> wanted = List.of(text("only", String.join(",", all)).split(",", -1));
        if (!all.containsAll(wanted)) {
            throw new IllegalArgumentException("--only: there are " + String.join(",", all));
        }
        return wanted;
    }

    /** {@code --set billing.abonent.web.requests-at-once=32,…}: what else processes of the house are told. */
    public Map<String, String> set() {
        Map<String, String> settings = new HashMap<>();
        for (String setting : text("set", "").split(",", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            } else if (!setting.isEmpty()) {
                throw new IllegalArgumentException("--set wants process.property=value, not " + setting);
            }
        }
        return settings;
    }

    public boolean keep() {
        return given.getOrDefault("keep", "no").equals("yes");
    }

    /** A new directory for a run that begins now; runs lie beside each other, named by what they are and when they began. */
    public static Path newDirectory(Path repository, String name) throws IOException {
        return Files.createDirectories(
                repository.resolve("deploy/bench/target/runs").resolve(name + "-" + STAMP.format(Instant.now())));
    }
}
