package io.abonent.bench.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of the machine, run to its end. */
public record Command(List<String> words) {

    public record Result(int code, String output) {}

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** @throws IllegalStateException with what it said when it did not end well */
    public String output() throws IOException, InterruptedException {
        Result result = run();
        if (result.code() != 0) {
            throw new IllegalStateException(String.join(" ", words.subList(0, Math.min(3, words.size()))) + " …: "
                    + result.output());
        }
        return result.output();
    }

    public Result run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }

    /** Its errors and its output are seen by whoever started us. */
    public int shown(Path directory) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .directory(directory.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
