package io.abonent.notification;

import io.abonent.platform.testkit.ServiceTest;
import io.abonent.platform.testkit.ServiceTestInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** The whole service with real sockets around it: an SMS centre, a mail server, and account-service as a stand-in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@ContextConfiguration(initializers = {ServiceTestInfrastructure.class, Partners.class})
public @interface NotificationTest {}
