package io.abonent.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** How a refusal looks, for the API document. */
final class ProblemSchema {

    static final String BEARER = "bearer";

    private ProblemSchema() {}

    static ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/Problem");
    }

    static void addTo(OpenAPI document) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.components(components);
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("at+jwt"));
        components.addSchemas("Violation", violation());
        components.addSchemas("Problem", problem());
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description("Refused; code says why")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static Schema<?> problem() {
        Schema<Object> schema = new ObjectSchema();
        schema.addProperty("type", new StringSchema().example("urn:abonent:problem:not-found"));
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema().format("int32"));
        schema.addProperty("detail", new StringSchema());
        schema.addProperty("instance", new StringSchema());
        schema.addProperty("code", new StringSchema().example("NOT_FOUND"));
        schema.addProperty("traceId", new StringSchema());
        schema.addProperty(
                "violations", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Violation")));
        return schema.required(List.of("type", "title", "status", "code"));
    }

    private static Schema<?> violation() {
        Schema<Object> schema = new ObjectSchema();
        schema.addProperty("pointer", new StringSchema().description("JSON Pointer into the body"));
        schema.addProperty("parameter", new StringSchema().description("of the path, the query or the headers"));
        schema.addProperty("code", new StringSchema());
        schema.addProperty("message", new StringSchema());
        return schema.required(List.of("message"));
    }
}
