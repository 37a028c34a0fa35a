package io.abonent.bench.speed;

import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser at the gateway. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String gateway;
    private final Duration patience;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param patience goes away after that */
    Visitor(String gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    void signIn(Member member) throws IOException, InterruptedException {
        HttpResponse<String> form = browser.send(to("/sign-in").GET().build(), BodyHandlers.ofString());
        Matcher csrf = CSRF.matcher(form.body());
        if (!csrf.find()) {
            throw new IOException("the sign-in page has no form: " + form.statusCode());
        }
        Map<String, String> fields =
                Map.of("_csrf", csrf.group(1), "login", member.phone(), "password", member.password(), "next", "");
        Http.expect(303, browser.send(Http.form(to("/sign-in"), fields), BodyHandlers.ofString()));
    }

    void home() throws IOException, InterruptedException {
        Http.expect(200, browser.send(to("/home").GET().build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(patience);
    }
}
