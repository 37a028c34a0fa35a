package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.witness.Member;
import io.abonent.bench.witness.Pkce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests that are measured, each made by one of the members; worker 3 is member 3. */
public final class Calls {

    private static final String CLIENT = "local-demo";
    private static final String SUCCEEDED = "{\"outcome\":\"SUCCEEDED\"}";
    private static final int NOT_FOUND = 404;
    private static final int PROVIDER_LOOKS = 100;
    private static final long PROVIDER_LOOK_MS = 100;
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css))\"");

    private final Http http;
    private final String gateway;
    private final String identity;
    private final String billing;
    private final String simulators;
    private final List<Member> members;
    private final AtomicReferenceArray<String> accessTokens;
    private final AtomicReferenceArray<String> refreshTokens;
    private final AtomicLong numbers;

    /** @param patience who has not been answered by then goes away */
    public Calls(House house, List<Member> members, Duration patience) {
        this(house, members, new Http(patience));
    }

    Calls(House house, List<Member> members, Http http) {
        this.http = http;
        this.gateway = house.gateway();
        this.identity = house.addresses("identity").getFirst();
        this.billing = house.addresses("billing").getFirst();
        this.simulators = house.simulators();
        this.members = members;
        this.accessTokens = new AtomicReferenceArray<>(
                members.stream().map(Member::accessToken).toArray(String[]::new));
        this.refreshTokens = new AtomicReferenceArray<>(
                members.stream().map(Member::refreshToken).toArray(String[]::new));
        this.numbers = new AtomicLong();
    }

    private Calls(Calls same, String identity) {
        this.http = same.http;
        this.gateway = same.gateway;
        this.identity = identity;
        this.billing = same.billing;
        this.simulators = same.simulators;
        this.members = same.members;
        this.accessTokens = same.accessTokens;
        this.refreshTokens = same.refreshTokens;
        this.numbers = same.numbers;
    }

    /** By the same people, who ask this replica of identity-service. */
    Calls of(String replica) {
        return new Calls(this, replica);
    }

    public int members() {
        return members.size();
    }

    /** Access tokens live for minutes; before a row, so that none ends within it. */
    public void renew() throws IOException, InterruptedException {
        for (int member = 0; member < members.size(); member++) {
            refresh(member);
        }
    }

    public void balance(int worker) throws IOException, InterruptedException {
        String account = members.get(worker).supplyAccounts().getFirst();
        Http.expect(200, http.get(billing + "/api/v1/supply-accounts/" + account + "/balance", bearer(worker)));
    }

    void accounts(int worker) throws IOException, InterruptedException {
        Http.expect(200, http.get(billing + "/api/v1/supply-accounts", bearer(worker)));
    }

    void payments(int worker) throws IOException, InterruptedException {
        Http.expect(200, http.get(billing + "/api/v1/payments", bearer(worker)));
    }

    /** An address that does not exist: token checked, problem written, nothing done. */
    void nothingOfBilling(int worker) throws IOException, InterruptedException {
        Http.expect(404, http.get(billing + "/api/v1/nothing", bearer(worker)));
    }

    public void me(int worker) throws IOException, InterruptedException {
        Http.expect(200, http.get(identity + "/api/v1/me", bearer(worker)));
    }

    /** A command with an event: each time another name. */
    void rename(int worker) throws IOException, InterruptedException {
        String body = "{\"displayName\":\"Имя %d\"}".formatted(numbers.incrementAndGet());
        Http.expect(200, http.json("PATCH", identity + "/api/v1/me", body, bearer(worker)));
    }

    /** A command that any number of requests of the same member may give at once: a row of its own each time. */
    public void quote(int worker) throws IOException, InterruptedException {
        quoted(worker);
    }

    private HttpResponse<String> quoted(int worker) throws IOException, InterruptedException {
        String body = "{\"parts\":[{\"supplyAccountId\":\"%s\",\"mode\":\"CUSTOM\",\"amountMinor\":%d}]}"
                .formatted(
                        members.get(worker).supplyAccounts().getFirst(), 10_000 + numbers.incrementAndGet() % 90_000);
        return Http.expect(201, http.json("POST", billing + "/api/v1/payment-quotes", body, command(worker)));
    }

    /** Quote, payment, and what the payer does at the provider's page. */
    void payment(int worker) throws IOException, InterruptedException {
        String quote = text(quoted(worker), "quoteId");
        String body = "{\"quoteId\":\"%s\",\"method\":\"CARD\",\"returnUrl\":\"http://localhost:8080/payments\"}"
                .formatted(quote);
        String payment = text(
                Http.expect(201, http.json("POST", billing + "/api/v1/payments", body, command(worker))), "paymentId");
        String decision = simulators + "/payments/" + payment + "/decision";
        HttpResponse<String> decided = http.json("POST", decision, SUCCEEDED);
        // The provider may not have heard of it yet.
        for (int again = 0; decided.statusCode() == NOT_FOUND && again < PROVIDER_LOOKS; again++) {
            Thread.sleep(PROVIDER_LOOK_MS);
            decided = http.json("POST", decision, SUCCEEDED);
        }
        Http.expect(200, decided);
    }

    /** The page for everybody; a page of a member's costs a session. */
    public void landing(int worker) throws IOException, InterruptedException {
        Http.expect(200, http.get(gateway + "/"));
    }

    /** Where the largest thing lies that a page of the gateway needs. */
    public String largeFile() throws IOException, InterruptedException {
        String page = Http.expect(200, http.get(gateway + "/")).body();
        return FILE.matcher(page)
                .results()
                .map(file -> file.group(1))
                .max(Comparator.comparingInt(this::size))
                .orElseThrow(() -> new IllegalStateException("the first page needs no file"));
    }

    private int size(String file) {
        try {
            return Http.expect(200, http.get(gateway + file)).body().length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A constant document. */
    void keys(int worker) throws IOException, InterruptedException {
        Http.expect(200, http.get(identity + "/oauth2/jwks"));
    }

    void refresh(int worker) throws IOException, InterruptedException {
        JsonNode tokens = token(
                Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refreshTokens.get(worker)));
        accessTokens.set(worker, tokens.path("access_token").asString());
        refreshTokens.set(worker, tokens.path("refresh_token").asString());
    }

    /** A session more of this member, which nobody uses. */
    public void signIn(int worker) throws IOException, InterruptedException {
        Pkce pkce = new Pkce("verifier-of-a-session-that-is-only-measured-0123456789");
        Member member = members.get(worker);
        HttpResponse<String> challenge = Http.expect(
                200,
                http.form(
                        identity + "/oauth2/authorize-challenge",
                        pkce.challenge(CLIENT, member.phone(), member.password())));
        String code = text(challenge, "authorization_code");
        token(pkce.exchange(CLIENT, code));
    }

    private JsonNode token(Map<String, String> form) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(Http.expect(200, http.form(identity + "/oauth2/token", form))
                        .body());
    }

    private static String text(HttpResponse<String> response, String field) {
        return JsonMapper.shared().readTree(response.body()).path(field).asString();
    }

    private String[] command(int worker) {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString(), "Authorization", token(worker)};
    }

    private String[] bearer(int worker) {
        return new String[] {"Authorization", token(worker)};
    }

    /** As a header has it. */
    public String token(int worker) {
        return "Bearer " + accessTokens.get(worker);
    }
}
