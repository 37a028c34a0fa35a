package io.abonent.bench.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a running process really has no rights: asked of the kernel, not of what the engine was told. */
record Confinement(Map<String, String> status, String rootOptions, String environment) {

    static Confinement of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return parse(
                Files.readString(process.resolve("status")),
                Files.readString(process.resolve("mountinfo")),
                new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.UTF_8));
    }

    static Confinement parse(String status, String mounts, String environment) {
        Map<String, String> lines = new HashMap<>();
        status.lines().forEach(line -> {
            int colon = line.indexOf(':');
            lines.put(
                    line.substring(0, Math.max(0, colon)),
                    line.substring(colon + 1).strip());
        });
        String root = mounts.lines()
                .map(line -> line.split(" "))
                .filter(cells -> cells[4].equals("/"))
                .map(cells -> cells[5])
                .findFirst()
                .orElse("");
        return new Confinement(lines, root, environment);
    }

    /** @return what it may or shows and must not, in words */
    List<String> complaints(Pod pod, List<String> secrets) {
        List<String> complaints = new ArrayList<>();
        List<String> users = List.of(get("Uid").split("\\s+"));
        if (!users.stream().allMatch(Integer.toString(pod.identity().user())::equals)) {
            complaints.add("runs as " + users);
        }
        for (String set : List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")) {
            if (!get(set).matches("0+")) {
                complaints.add("has capabilities: " + set + " " + get(set));
            }
        }
        if (!get("NoNewPrivs").equals("1")) {
            complaints.add("can gain privileges");
        }
        if (!get("Seccomp").equals("2")) {
            complaints.add("has no filter of system calls");
        }
        boolean readOnly = Arrays.asList(rootOptions.split(",")).contains("ro");
        if (pod.identity().readOnlyRoot() && !readOnly) {
            complaints.add("can write to its root: " + rootOptions);
        }
        if (secrets.stream().anyMatch(environment::contains)) {
            complaints.add("shows a secret in its environment");
        }
        return complaints;
    }

    /** The most memory it ever had, in MB. */
    long peakMegabytes() {
        return Long.parseLong(get("VmHWM").replaceAll("\\D", "")) / 1024;
    }

    private String get(String name) {
        return status.getOrDefault(name, "");
    }
}
