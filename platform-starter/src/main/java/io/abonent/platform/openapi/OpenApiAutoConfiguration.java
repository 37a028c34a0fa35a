package io.abonent.platform.openapi;

import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.security.PublicPaths;
import io.abonent.platform.web.ClientAddress;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The API document says the same of every service: how to sign in, how refusals look, where keys are needed. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, ClientAddress.class);
    }

    @Bean
    GlobalOpenApiCustomizer houseStyle(
            @Value("${spring.application.name:unnamed}") String name, PublicPaths publicPaths) {
        return document -> {
            document.info(new Info().title(name).version("v1"));
            // Where it was served from is not part of the contract.
            document.servers(List.of(new Server().url("/")));
            ProblemSchema.addTo(document);
            eachOperation(document, publicPaths);
        };
    }

    @Bean
    ModelResolver schemaNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NestedNames()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    GlobalOperationCustomizer idempotencyKeys() {
        return (operation, handler) -> {
            Idempotent idempotent = handler.getMethodAnnotation(Idempotent.class);
            return idempotent == null ? operation : withKey(operation, idempotent.required());
        };
    }

    private static Operation withKey(Operation operation, boolean required) {
        return operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(required)
                .description("The same key with the same body gets the same answer, for 24 hours")
                .schema(new StringSchema().minLength(8).maxLength(128).pattern("^[A-Za-z0-9._:-]{8,128}$")));
    }

    private static void eachOperation(OpenAPI document, PublicPaths publicPaths) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    operation.getResponses().addApiResponse("default", ProblemSchema.reference());
                    if (!publicPaths.contains(method.name(), path)) {
                        operation.addSecurityItem(new SecurityRequirement().addList(ProblemSchema.BEARER));
                    }
                }));
    }
}
