package io.abonent.platform.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Settings of every service, weaker than anything a service or its environment says. */
final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final int DEFAULT_SERVER_PORT = 8080;
    private static final int MANAGEMENT_PORT_OFFSET = 1000;
    private static final String RESOURCE = "platform-defaults.properties";

    /** Runs after the configuration files were read: the management port follows from the service's port. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(commonSettings());
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "platformManagementPort", Map.of("management.server.port", managementPort(environment))));
    }

    private static PropertySource<?> commonSettings() {
        try {
            return new ResourcePropertySource("platformDefaults", new ClassPathResource(RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int managementPort(ConfigurableEnvironment environment) {
        int serverPort = environment.getProperty("server.port", Integer.class, DEFAULT_SERVER_PORT);
        return serverPort <= 0 ? serverPort : serverPort + MANAGEMENT_PORT_OFFSET;
    }
}
