package io.abonent.platform.observe;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** {@code abonent.logging.structured=true}: one ECS JSON object per line, for collectors; else lines for people. */
final class StructuredLogs implements EnvironmentPostProcessor {

    static final String SWITCH = "abonent.logging.structured";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> settings = environment.getProperty(SWITCH, Boolean.class, false)
                ? Map.of("logging.structured.format.console", "ecs")
                : Map.of(
                        "logging.pattern.console",
                        "%d{HH:mm:ss.SSS} %5p [%X{traceId:-}] [%X{user:-}] %-36.36logger{35} %m%n%wEx");
        environment.getPropertySources().addLast(new MapPropertySource("platformLogs", settings));
    }
}
