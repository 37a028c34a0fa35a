package io.abonent.simulators;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class ConfigurationTests {

    @TempDir
    Path data;

    @Test
    @DisplayName("A missing secret fails the start and is named (F-24)")
    void refusesToStartWithoutASecret() {
        assertThatThrownBy(() -> SpringApplication.run(
                        SimulatorsApplication.class, "--server.port=0", "--simulators.data-dir=" + data))
                .hasStackTraceContaining("simulators.back-office.api-key must be set");
    }
}
