package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.Routes.Route;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;

/**
 * Assertions over every route of the service, found at run time: a route added tomorrow is checked tomorrow. Injected
 * into tests with {@link ServiceTest}.
 */
public final class RouteMatrix {

    private final Routes routes;
    private final String[] scopes;

    RouteMatrix(Routes routes) {
        this(routes, "openid", "cabinet");
    }

    private RouteMatrix(Routes routes, String... scopes) {
        this.routes = routes;
        this.scopes = scopes;
    }

    /** For services whose operators' routes ask for scopes of their own: bodies are looked at behind the scope only. */
    public RouteMatrix as(String... otherScopes) {
        return new RouteMatrix(routes, otherScopes);
    }

    /** No token, an expired one, one for somebody else, a stranger's signature: 401; a token without scope: 403. */
    public void refuseStrangers() {
        UUID user = UUID.randomUUID();
        SoftAssertions.assertSoftly(softly -> {
            for (Route route : routes.closed()) {
                String body = route.body() ? "{}" : null;
                expect(softly, 401, "UNAUTHENTICATED", route, "no token", routes.send(route, null, body));
                expect(
                        softly,
                        401,
                        "UNAUTHENTICATED",
                        route,
                        "expired",
                        routes.send(route, TestTokens.expired(user), body));
                expect(
                        softly,
                        401,
                        "UNAUTHENTICATED",
                        route,
                        "audience",
                        routes.send(route, TestTokens.forOtherAudience(user), body));
                expect(
                        softly,
                        401,
                        "UNAUTHENTICATED",
                        route,
                        "signature",
                        routes.send(route, TestTokens.byStranger(user), body));
                expect(
                        softly,
                        403,
                        "FORBIDDEN",
                        route,
                        "no scope",
                        routes.send(route, TestTokens.withoutScope(user), body));
            }
        });
        assertThat(routes.all()).as("routes found").isNotEmpty();
    }

    /** F-73: nobody sets a status, an owner or an amount by naming it. */
    public void refuseUnknownProperties(String... properties) {
        List<String> names = properties.length == 0
                ? List.of("userId", "status", "role", "supplierId", "createdAt", "__proto__", "unheardOf")
                : List.of(properties);
        String token = TestTokens.of(UUID.randomUUID()).scopes(scopes).sign();
        SoftAssertions.assertSoftly(softly -> {
            for (Route route : withBody()) {
                for (String name : names) {
                    HttpResponse<String> answer = routes.send(route, token, "{\"%s\":1}".formatted(name));
                    softly.assertThat(answer.statusCode())
                            .as("%s with %s: %s", route, name, answer.body())
                            .isEqualTo(400);
                }
            }
        });
    }

    /** F-53: 400 for every bomb on every route, never 500. */
    public void refuseJsonBombs() {
        String token = TestTokens.of(UUID.randomUUID()).scopes(scopes).sign();
        SoftAssertions.assertSoftly(softly -> {
            for (Route route : withBody()) {
                JsonBombs.all().forEach((name, bomb) -> {
                    HttpResponse<String> answer = routes.send(route, token, bomb);
                    softly.assertThat(answer.statusCode())
                            .as("%s with %s: %s", route, name, answer.body())
                            .isIn(400, 413);
                    softly.assertThat(answer.headers().firstValue("Content-Type"))
                            .as("%s with %s", route, name)
                            .contains("application/problem+json");
                });
            }
        });
    }

    /**
     * F-72: another user's object is as absent as one that never was. Checks the routes without a body whose path names
     * one of the ids.
     *
     * @param foreign path variable → id of an object that belongs to somebody else
     */
    public void hide(Map<String, UUID> foreign, UUID stranger) {
        String token = TestTokens.forUser(stranger);
        int checked = 0;
        for (Route route : routes.closed()) {
            String path = route.path();
            for (Map.Entry<String, UUID> id : foreign.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue().toString());
            }
            if (!route.body() && !path.equals(route.path())) {
                Route other = new Route(route.method(), path, false, false);
                HttpResponse<String> theirs = routes.send(other, token, null);
                HttpResponse<String> absent = routes.send(route, token, null);
                assertThat(theirs.statusCode())
                        .as("%s: %s", other, theirs.body())
                        .isEqualTo(404);
                assertThat(absent.statusCode())
                        .as("%s: %s", route, absent.body())
                        .isEqualTo(404);
                checked++;
            }
        }
        assertThat(checked)
                .as("routes without a body that name one of %s", foreign.keySet())
                .isPositive();
    }

    private List<Route> withBody() {
        return routes.all().stream().filter(Route::body).toList();
    }

    private static void expect(
            SoftAssertions softly, int status, String code, Route route, String what, HttpResponse<String> answer) {
        softly.assertThat(answer.statusCode()).as("%s, %s", route, what).isEqualTo(status);
        softly.assertThat(answer.body()).as("%s, %s", route, what).contains("\"code\":\"" + code + "\"");
        softly.assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .as("%s, %s", route, what)
                .isPresent();
    }
}
