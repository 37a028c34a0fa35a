package io.abonent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed holds no crash point: neither the agent nor anything that would ask it. Images are made of these jars. */
class NotInProductionIT {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity-service",
                "consent-service",
                "account-service",
                "billing-service",
                "notification-service",
                "web-gateway"
            })
    void isInNoJarOfAService(String module) throws IOException {
        List<String> entries = entries(jar(module));

        assertThat(entries).hasSizeGreaterThan(1_000);
        assertThat(entries).noneMatch(entry -> entry.contains("io/abonent/crash/") || entry.contains("crash-points"));
    }

    /** Of the jar and of the jars in it. */
    private static List<String> entries(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile outer = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : outer.stream().map(ZipEntry.class::cast).toList()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    try (ZipInputStream inner = new ZipInputStream(outer.getInputStream(entry))) {
                        for (ZipEntry within = inner.getNextEntry(); within != null; within = inner.getNextEntry()) {
                            names.add(within.getName());
                            // Not a byte of ours asks for a crash point.
                            if (within.getName().startsWith("io/abonent/")
                                    && within.getName().endsWith(".class")) {
                                assertThat(text(inner)).doesNotContain("io/abonent/crash/");
                            }
                        }
                    }
                } else if (entry.getName().startsWith("BOOT-INF/classes/io/abonent/")
                        && entry.getName().endsWith(".class")) {
                    try (InputStream own = outer.getInputStream(entry)) {
                        assertThat(text(own)).doesNotContain("io/abonent/crash/");
                    }
                }
            }
        }
        return names;
    }

    private static String text(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Path jar(String module) throws IOException {
        Path target = REPOSITORY.resolve(module).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new AssertionError(module + " is not built: there is no jar in " + target);
    }
}
