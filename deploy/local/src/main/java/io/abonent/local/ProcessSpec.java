package io.abonent.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * What to run.
 *
 * @param healthUrl answers 200 when the process can take work
 * @param settings Spring properties that differ from the defaults of the service
 */
record ProcessSpec(
        String name, Path jar, int port, int maxHeapMegabytes, String healthUrl, Map<String, String> settings) {}
