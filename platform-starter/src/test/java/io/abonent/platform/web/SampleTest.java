package io.abonent.platform.web;

import io.abonent.platform.testkit.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One context for all tests of HTTP behaviour. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest(
        classes = SampleApplication.class,
        properties = {
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/web-sample",
            "abonent.security.public-paths=GET /api/v1/open",
            "abonent.web.body-timeout=2s",
            "server.tomcat.connection-timeout=3s",
            "abonent.idempotency.lease=3s"
        })
public @interface SampleTest {}
