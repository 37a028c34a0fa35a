package io.abonent.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An installed Chromium, started once for all tests. Without one the tests fail: a skip would look like a success. */
final class Chromium {

    private static final String PROPERTY = "browser.executable";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static @Nullable Browser started;

    private Chromium() {}

    static synchronized Browser browser() {
        if (started == null) {
            // Closed with the JVM: its processes end when the pipe to the driver does.
            Playwright playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            started = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable())
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--font-render-hinting=none")));
        }
        return started;
    }

    private static Path executable() {
        String given = System.getProperty(PROPERTY, "");
        Stream<Path> candidates = given.isBlank() ? onThePath() : Stream.of(Path.of(given));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("The browser tests need an installed Chromium and there is none "
                                + (given.isBlank() ? "on the path" : "at " + given)
                                + ". Install it (Debian: apt-get install chromium) or say where it is by -D" + PROPERTY
                                + "=/path/to/chromium."));
    }

    private static Stream<Path> onThePath() {
        List<Path> directories = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream().flatMap(name -> directories.stream().map(directory -> directory.resolve(name)));
    }
}
