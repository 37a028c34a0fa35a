package io.abonent.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings somebody wants otherwise for a while: a file of {@code process.property=value}, {@code billing.server.port=…}. */
record Overrides(Map<String, String> settings) {

    static Overrides none() {
        return new Overrides(Map.of());
    }

    static Overrides read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader content = Files.newBufferedReader(file)) {
            properties.load(content);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        return new Overrides(settings);
    }

    Map<String, String> of(String process) {
        String prefix = process + ".";
        Map<String, String> own = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return own;
    }
}
