package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What every page is looked at for: WCAG 2.2 AA by axe in both themes, no scrolling sideways, and a picture for people. */
final class Look {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String AXE = axe();

    /** What is wrong, one line per element; empty if nothing is. */
    private static final String RUN = """
            async () => {
              const result = await axe.run(document, {
                resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
              });
              return result.violations.flatMap(violation =>
                violation.nodes.map(node => `${violation.id}: ${node.html} (${node.failureSummary})`));
            }
            """;

    /** Everything that reaches over the right edge, unless it scrolls on its own. */
    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth
              ? [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .map(one => one.outerHTML.slice(0, 160))
              : []
            """;

    private Look() {}

    /** @param name of the pictures */
    static void at(Person person, String name) {
        Page page = person.page();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            picture(page, name, scheme, 1280);
            axe(page, name, scheme);
            picture(page, name, scheme, 360);
        }
        axe(page, name, ColorScheme.DARK);
        page.setViewportSize(320, 740);
        assertThat((List<?>) page.evaluate(SIDEWAYS))
                .as("wider than 320 px: %s", name)
                .isEmpty();
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(360, 740);
    }

    private static void axe(Page page, String name, ColorScheme scheme) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(RUN))
                .as("axe on %s, %s", name, scheme)
                .isEmpty();
    }

    private static void picture(Page page, String name, ColorScheme scheme, int width) {
        page.setViewportSize(width, width < 500 ? 740 : 900);
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(
                        name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
    }

    private static String axe() {
        try (InputStream script = Look.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
