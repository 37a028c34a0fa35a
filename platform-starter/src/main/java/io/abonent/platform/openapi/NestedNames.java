package io.abonent.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * A nested type is named with those around it, {@code QuoteRequestPart}: by their own names alone, the {@code Part} of a request
 * and that of an answer would be one schema.
 */
final class NestedNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : getNameOfClass(around) + type.getSimpleName();
    }
}
