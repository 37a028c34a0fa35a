package io.abonent.bench.container;

import io.abonent.bench.container.Pod.Mount;
import io.abonent.bench.container.Pod.Source;
import io.abonent.bench.container.Pod.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Volumes as directories, made as a kubelet makes them: files of root, readable by the group of the pod. */
final class Volumes {

    private static final int SHARED = 02777;
    private static final int DIRECTORY = 0755;

    private final Path root;
    private final Manifests manifests;

    Volumes(Path root, Manifests manifests) {
        this.root = root;
        this.manifests = manifests;
    }

    Path directory(Pod pod, Volume volume) {
        return root.resolve(pod.name()).resolve(volume.name());
    }

    void make(Pod pod) throws IOException {
        for (Mount mount : pod.mounts()) {
            Path directory = directory(pod, mount.volume());
            if (Files.exists(directory)) {
                continue;
            }
            Files.createDirectories(directory);
            switch (mount.volume()) {
                case Volume.Empty empty -> give(directory, pod, SHARED);
                case Volume.Files files -> {
                    give(directory, pod, DIRECTORY);
                    write(files, pod, directory);
                }
            }
        }
    }

    private void write(Volume.Files files, Pod pod, Path directory) throws IOException {
        for (Source source : files.sources()) {
            if (source.optional() && !manifests.has(source.secret() ? "Secret" : "ConfigMap", source.name())) {
                continue;
            }
            Map<String, String> entries =
                    source.secret() ? manifests.secret(source.name()) : manifests.configMap(source.name());
            Map<String, String> items = source.items();
            if (items.isEmpty()) {
                items = new HashMap<>();
                for (String key : entries.keySet()) {
                    items.put(key, key);
                }
            }
            for (Map.Entry<String, String> item : items.entrySet()) {
                String value = Objects.requireNonNull(
                        entries.get(item.getKey()), () -> source.name() + " has no " + item.getKey());
                Path file = directory.resolve(item.getValue());
                Files.writeString(file, value);
                give(file, pod, files.mode());
            }
        }
    }

    private static void give(Path path, Pod pod, int mode) throws IOException {
        Files.setAttribute(path, "unix:gid", pod.identity().files());
        Files.setAttribute(path, "unix:mode", mode);
    }

    /** Bytes that lie in a volume. */
    long size(Pod pod, Volume volume) throws IOException {
        try (Stream<Path> files = Files.walk(directory(pod, volume))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
