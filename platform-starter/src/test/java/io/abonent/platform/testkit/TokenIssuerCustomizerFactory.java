package io.abonent.platform.testkit;

import io.abonent.platform.security.PublicPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every context under test trusts the keys of {@link TestTokens}; registered in {@code META-INF/spring.factories}. */
final class TokenIssuerCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new TokenIssuer();
    }

    private static final BeanDefinitionCustomizer LAZY = definition -> definition.setLazyInit(true);

    private static Routes routes(GenericWebApplicationContext context) {
        return new Routes(
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                context.getBean(PublicPaths.class),
                context.getEnvironment());
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
            if (context instanceof GenericWebApplicationContext web) {
                // As definitions, made only when a test asks for one: slices have no controllers or no chain.
                web.registerBean(OpenApiSnapshot.class, () -> new OpenApiSnapshot(routes(web)), LAZY);
                web.registerBean(RouteMatrix.class, () -> new RouteMatrix(routes(web)), LAZY);
            }
        }
    }
}
