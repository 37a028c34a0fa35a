package io.abonent.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What to run.
 *
 * @param jvmOptions of this service beside those of all
 * @param healthUrl answers 200 when the process can take work
 * @param settings Spring properties that differ from the defaults of the service; what begins with {@code environment.}
 *     is a variable of its environment instead
 */
record ProcessSpec(
        String name, Path jar, int port, List<String> jvmOptions, String healthUrl, Map<String, String> settings) {

    private static final Pattern REPLICA = Pattern.compile("-\\d+$");
    private static final String PORT = "server.port";
    private static final String MANAGEMENT_PORT = "management.server.port";
    private static final String VARIABLE = "environment.";

    /** Whose database, secrets and settings these are: {@code billing} of {@code billing-2}. */
    String owner() {
        return REPLICA.matcher(name).replaceFirst("");
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>(settings);
        properties.keySet().removeIf(name -> name.startsWith(VARIABLE));
        return properties;
    }

    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                variables.put(name.substring(VARIABLE.length()), value);
            }
        });
        return variables;
    }

    int managementPort() {
        return Integer.parseInt(settings.getOrDefault(MANAGEMENT_PORT, Integer.toString(port)));
    }

    /** The same service once more, on ports of its own. */
    ProcessSpec replica(int number) {
        int shift = Ports.REPLICA_SHIFT * (number - 1);
        int management = managementPort();
        Map<String, String> own =
                Map.of(PORT, Integer.toString(port + shift), MANAGEMENT_PORT, Integer.toString(management + shift));
        String health = healthUrl.replace(":" + management + "/", ":" + (management + shift) + "/");
        return new ProcessSpec(name + "-" + number, jar, port + shift, jvmOptions, health, settings).with(own);
    }

    ProcessSpec with(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(further);
        return new ProcessSpec(name, jar, port, jvmOptions, healthUrl, all);
    }
}
