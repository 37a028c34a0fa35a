package io.abonent.consent;

import io.abonent.consent.document.DocumentFixture;
import io.abonent.platform.testkit.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole service, started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(DocumentFixture.class)
public @interface ConsentTest {}
