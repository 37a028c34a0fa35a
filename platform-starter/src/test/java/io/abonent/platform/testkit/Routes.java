package io.abonent.platform.testkit;

import io.abonent.platform.security.PublicPaths;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes under {@code /api/} and {@code /internal/} which a running service really has. */
final class Routes {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RequestMappingHandlerMapping mappings;
    private final PublicPaths publicPaths;
    private final Environment environment;

    Routes(RequestMappingHandlerMapping mappings, PublicPaths publicPaths, Environment environment) {
        this.mappings = mappings;
        this.publicPaths = publicPaths;
        this.environment = environment;
    }

    List<Route> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream())
                .filter(route ->
                        route.path().startsWith("/api/") || route.path().startsWith("/internal/"))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    /** Without those that only other services ask. */
    List<Route> forGateways() {
        return all().stream().filter(route -> route.path().startsWith("/api/")).toList();
    }

    List<Route> closed() {
        return all().stream().filter(route -> !route.open()).toList();
    }

    private Set<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        boolean body = java.util.Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream()
                        .map(method -> new Route(method.name(), path, body, publicPaths.contains(method.name(), path))))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Route::toString))));
    }

    /** Sends; path variables not yet filled in become a random id. */
    HttpResponse<String> send(Route route, @Nullable String token, @Nullable String body) {
        try {
            String path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                    .header("Accept-Language", "en")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(
                            route.method(),
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(new Route("GET", path, false, true), null, null);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
    }

    /** @param open listed in {@code abonent.security.public-paths} */
    record Route(String method, String path, boolean body, boolean open) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
