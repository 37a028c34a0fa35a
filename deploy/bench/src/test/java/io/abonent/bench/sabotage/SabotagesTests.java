package io.abonent.bench.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cheap, so that no sabotage rots: what a change of the sources has outdated is said in the build that changes them. */
class SabotagesTests {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void everySabotageFitsTodaysSources() throws IOException {
        SoftAssertions each = new SoftAssertions();
        for (Sabotage sabotage : Sabotages.read(REPOSITORY)) {
            each.assertThatCode(() -> sabotage.applyTo(REPOSITORY))
                    .as(sabotage.name())
                    .doesNotThrowAnyException();
        }
        each.assertAll();
    }

    @Test
    void everyNamedTestIsThere() throws IOException {
        for (Sabotage sabotage : Sabotages.read(REPOSITORY)) {
            for (TestName test : sabotage.tests()) {
                assertThat(test.file(REPOSITORY))
                        .as(sabotage.name() + ": " + test)
                        .isPresent();
                String method = test.method();
                if (method != null) {
                    assertThat(Files.readString(test.file(REPOSITORY).orElseThrow()))
                            .as(sabotage.name())
                            .contains("void " + method + "(");
                }
            }
        }
    }

    @Test
    void thereAreManyAndNoTwoOfOneName() throws IOException {
        List<Sabotage> all = Sabotages.read(REPOSITORY);

        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all).extracting(Sabotage::name).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Sabotage::module)
                .contains(
                        "platform-starter",
                        "identity-service",
                        "consent-service",
                        "account-service",
                        "billing-service",
                        "notification-service",
                        "web-gateway");
    }

    @Test
    void aPlaceHasToBeThereOnce() throws StaleSabotage {
        Edit edit = new Edit("A.java", "b", "c");

        assertThat(edit.applyTo("a b a")).isEqualTo("a c a");
        assertThatThrownBy(() -> edit.applyTo("a a")).isInstanceOf(StaleSabotage.class);
        assertThatThrownBy(() -> edit.applyTo("b b")).isInstanceOf(StaleSabotage.class);
    }

    @Test
    void editsOfOneFileAddUp(@TempDir Path sources) throws Exception {
        Files.createDirectory(sources.resolve("m"));
        Files.writeString(sources.resolve("m/A.java"), "one two");
        Sabotage sabotage = Sabotages.parse("s", "m", """
                title: t
                row: F-01
                tests: ATests#works, n/BIT
                file: A.java
                <<<<
                one
                ====
                1
                >>>>
                <<<<
                two
                ====
                2
                >>>>
                """.lines().toList());

        assertThat(sabotage.applyTo(sources)).containsValue("1 2");
        assertThat(Files.readString(sources.resolve("m/A.java"))).isEqualTo("one two");
        assertThat(sabotage.tests()).extracting(TestName::toString).containsExactly("m/ATests#works", "n/BIT");
    }

    @Test
    void aFileThatSaysTooLittleIsRefused() {
        assertThatThrownBy(() -> Sabotages.parse("s", "m", List.of("title: t")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sabotages.parse("s", "m", List.of("file: A", "<<<<", "a", "====", "b")))
                .hasMessageContaining(">>>>");
        assertThatThrownBy(() -> Sabotages.parse("s", "m", List.of("autor: me")))
                .hasMessageContaining("autor");
    }
}
