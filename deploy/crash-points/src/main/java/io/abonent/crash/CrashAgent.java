package io.abonent.crash;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code -javaagent:crash-points.jar=DIRECTORY,SECONDS}, for all JVMs of a house by {@code JAVA_TOOL_OPTIONS}: those that
 * are no service of ours stay as they are. No process is ended before there is a file {@code armed} in the directory, and before
 * it has lived for that many seconds.
 */
public final class CrashAgent {

    private static final Pattern SERVICE =
            Pattern.compile("/(identity|consent|account|billing|notification)-service[^/ ]*\\.jar");

    private CrashAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) throws IOException {
        String command = System.getProperty("sun.java.command", "");
        Matcher service = SERVICE.matcher(command);
        // The launcher's training runs have the same jar and serve nobody.
        if (!service.find() || command.contains("training")) {
            return;
        }
        int comma = arguments.lastIndexOf(',');
        CrashPoints.open(
                Path.of(arguments.substring(0, comma)),
                service.group(1),
                Duration.ofSeconds(Long.parseLong(arguments.substring(comma + 1))));
        instrumentation.addTransformer(new Seams());
    }
}
