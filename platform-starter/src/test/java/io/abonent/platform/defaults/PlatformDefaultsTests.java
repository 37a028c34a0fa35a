package io.abonent.platform.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PlatformDefaultsTests {

    @Test
    void putsTheManagementPortAThousandAboveTheService() {
        assertThat(with(Map.of("server.port", "8083")).getProperty("management.server.port"))
                .isEqualTo("9083");
    }

    @Test
    void leavesRandomPortsRandom() {
        assertThat(with(Map.of("server.port", "0")).getProperty("management.server.port"))
                .isEqualTo("0");
    }

    @Test
    void isWeakerThanTheService() {
        StandardEnvironment environment =
                with(Map.of("management.server.port", "7", "spring.jpa.open-in-view", "true"));

        assertThat(environment.getProperty("management.server.port")).isEqualTo("7");
        assertThat(environment.getProperty("spring.jpa.open-in-view")).isEqualTo("true");
        assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
    }

    private static StandardEnvironment with(Map<String, Object> service) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("service", service));
        new PlatformDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
