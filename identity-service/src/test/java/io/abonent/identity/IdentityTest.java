package io.abonent.identity;

import io.abonent.platform.testkit.ServiceTest;
import io.abonent.platform.testkit.TestEvents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The whole service with a clock that tests move; one context for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(IdentityTest.Beans.class)
public @interface IdentityTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Beans {

        @Bean
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        @Lazy
        Customers customers(TestEvents events, Environment environment) {
            return new Customers(new Http(environment.getRequiredProperty("local.server.port", Integer.class)), events);
        }
    }
}
