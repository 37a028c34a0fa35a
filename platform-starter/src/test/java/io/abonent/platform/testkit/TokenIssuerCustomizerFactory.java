package io.abonent.platform.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Every context under test trusts the keys of {@link TestTokens}; registered in {@code META-INF/spring.factories}. */
final class TokenIssuerCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new TokenIssuer();
    }

    /** Equal to all others, so that contexts are shared. */
    private record TokenIssuer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestPropertyValues.of(
                            "abonent.security.issuer=" + TestTokens.ISSUER,
                            "abonent.security.audience=" + TestTokens.AUDIENCE,
                            "abonent.security.jwk-set-uri=" + TokenKeys.jwkSetUri())
                    .applyTo(context);
        }
    }
}
