package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/walkthrough.md says is what happens: its shell blocks are run as they stand, on the ports of this system. */
class WalkthroughIT {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

    @TempDir
    private Path directory;

    @Test
    void theBlocksOfTheWalkthroughWorkAsTheyStand() throws IOException, InterruptedException {
        String document = Files.readString(Path.of("../../docs/walkthrough.md"));
        String script = BLOCK.matcher(document)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```sh", "").replace("```", ""))
                .collect(Collectors.joining("\n", "set -euo pipefail\n", "\n"));
        Path file = directory.resolve("walkthrough.sh");
        // The account of the document belongs to another journey; 30101000 has its own debt, PIN and previous reading.
        String own = script.replace("023-185952", "030-101000").replace("4821", "1000");
        Files.writeString(file, RunningSystem.instance().onItsPorts(own));
        Process process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("\"status\":\"POSTED\"", "\"accountNumber\":\"30101000\"", "\"accessLevel\":\"EXTENDED\"")
                .contains("\"status\":\"ACCEPTED\"", "\"status\":\"NEW\"")
                .doesNotContain("urn:abonent:problem");
    }
}
