package io.abonent.bench.container;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One process of a workload: its container and what is mounted into it.
 *
 * @param retries how often a process that has an end may be started again; -1 for one that has none
 */
record Pod(
        String name,
        Map<String, String> labels,
        String image,
        List<String> command,
        Map<String, String> environment,
        Map<String, Integer> ports,
        Identity identity,
        Limits limits,
        List<Mount> mounts,
        @Nullable Probe readiness,
        Duration patience,
        int retries) {

    /** Who it runs as: a user, a group, the group of its volumes. */
    record Identity(int user, int group, int files, boolean readOnlyRoot) {}

    /** Memory in bytes; shares of the processors that others want too, in 1024ths of one. */
    record Limits(long memory, String processors, long shares, int stopSeconds) {}

    /** Where a volume is seen. */
    record Mount(Volume volume, String path, boolean readOnly) {}

    /** How one knows that it is ready. */
    sealed interface Probe {

        record Http(int port, String path) implements Probe {}

        record Tcp(int port) implements Probe {}

        record Exec(List<String> command) implements Probe {}
    }

    /** What is mounted. */
    sealed interface Volume {

        String name();

        /** Empty at the start, kept while the run lasts; {@code limit} in bytes, 0 for none. */
        record Empty(String name, long limit) implements Volume {}

        /** Files of settings and secrets. */
        record Files(String name, int mode, List<Source> sources) implements Volume {}
    }

    /** @param items key to path; empty for all keys under their own names */
    record Source(boolean secret, String name, Map<String, String> items, boolean optional) {}

    boolean ends() {
        return retries >= 0;
    }
}
