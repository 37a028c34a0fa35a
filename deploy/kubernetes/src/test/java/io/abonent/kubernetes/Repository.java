package io.abonent.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things are, and which processes the house has. */
final class Repository {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
    static final String GATEWAY = "web-gateway";
    private static final Pattern MODULE = Pattern.compile("<module>([a-z]+-service)</module>");

    private Repository() {}

    /** The services and the gateway. */
    static List<String> processes() throws IOException {
        return Stream.concat(services().stream(), Stream.of(GATEWAY)).toList();
    }

    static List<String> services() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(MatchResult::group)
                .map(module -> module.replaceAll("</?module>", ""))
                .toList();
    }
}
