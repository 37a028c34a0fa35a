package io.abonent.platform.sample;

import io.abonent.platform.testkit.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(classes = SampleApplication.class)
@TestPropertySource("classpath:sample.properties")
public @interface SampleTest {}
