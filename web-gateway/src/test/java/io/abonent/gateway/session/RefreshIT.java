package io.abonent.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.gateway.Browser;
import io.abonent.gateway.FakeService.Answer;
import io.abonent.gateway.FakeServices;
import io.abonent.gateway.GatewayApplication;
import io.abonent.gateway.GatewayTest;
import io.abonent.gateway.TestSettings;
import io.abonent.gateway.service.GrantId;
import io.abonent.gateway.service.SessionOver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
@DisplayName("F-75: a refresh token is used once, however many calls want a new one")
class RefreshIT {

    private static final int CALLS = 20;
    /** Less than abonent.sessions.refresh-before: each token is too old as soon as it is given. */
    private static final int TOO_SHORT = 10;

    @LocalServerPort
    private int port;

    private final KeepingTokens keeping;
    private final TokenGrants grants;
    private final JdbcClient jdbc;

    @Autowired
    RefreshIT(KeepingTokens keeping, TokenGrants grants, JdbcClient jdbc) {
        this.keeping = keeping;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    @Test
    void twentyCallsAtATimeRefreshOnce() throws Exception {
        GrantId grant = grantWithOldToken();
        assertThat(new HashSet<>(atOnce(CALLS, number -> keeping.of(grant)))).hasSize(1);
        assertThat(FakeServices.refreshes()).isEqualTo(1);
    }

    @Test
    void twoInstancesRefreshOnce() throws Exception {
        GrantId grant = grantWithOldToken();
        try (ConfigurableApplicationContext second = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("second", TestSettings.all())))
                .run()) {
            KeepingTokens other = second.getBean(KeepingTokens.class);

            List<String> tokens = atOnce(CALLS, number -> (number % 2 == 0 ? keeping : other).of(grant));

            assertThat(new HashSet<>(tokens)).hasSize(1);
            assertThat(FakeServices.refreshes()).isEqualTo(1);
        }
    }

    @Test
    void whoDiedWhileRefreshingIsFollowedByAnother() {
        GrantId grant = grantWithOldToken();
        jdbc.sql("""
                        update token_grant set lease = :dead, leased_until = clock_timestamp() + interval '1 second'
                        where id = :id""")
                .param("dead", UUID.randomUUID())
                .param("id", grant.value())
                .update();

        assertThat(keeping.of(grant)).startsWith("ey");
        assertThat(FakeServices.refreshes()).isEqualTo(1);
    }

    @Test
    @DisplayName("F-07: who slept past the lease does not put old tokens over newer ones")
    void whoSleptPastTheLeaseChangesNothing() {
        GrantId grant = grantWithOldToken();
        TokenGrants.Stored seen = grants.find(grant).orElseThrow();
        UUID sleeper = UUID.randomUUID();
        UUID heir = UUID.randomUUID();
        assertThat(grants.lease(seen, sleeper, Duration.ofMillis(1))).isTrue();
        Awaitility.await().until(() -> grants.lease(seen, heir, Duration.ofMinutes(1)));
        Tokens newer = new Tokens("newer", Instant.now().plusSeconds(300), "refresh-newer");

        assertThat(grants.replace(seen, heir, newer)).isTrue();
        assertThat(grants.replace(seen, sleeper, seen.tokens())).isFalse();

        assertThat(grants.find(grant).orElseThrow().tokens().access()).isEqualTo("newer");
    }

    @Test
    @DisplayName("F-76: a session that was signed out gets no token, though its row still waits for identity-service")
    void anEndedSessionGetsNoToken() {
        GrantId grant = grantWithOldToken();
        assertThat(grants.end(grant)).isPresent();

        assertThatThrownBy(() -> keeping.of(grant)).isInstanceOf(SessionOver.class);
        grants.forget(grant);
    }

    @Test
    void aTokenThatIsRefusedIsReplacedAndTheCallMadeAgain() {
        Browser browser = Browser.signedIn(port);
        AtomicInteger calls = new AtomicInteger();
        FakeServices.ACCOUNT.on(
                "GET /api/v1/suppliers",
                any -> calls.incrementAndGet() == 1
                        ? Answer.problem(401, "UNAUTHENTICATED")
                        : Answer.json(200, "{\"items\":[]}"));

        assertThat(browser.get("/accounts/link").status()).isEqualTo(200);

        assertThat(calls).hasValue(2);
        assertThat(FakeServices.refreshes()).isEqualTo(1);
    }

    @Test
    void withoutIdentityTheOldTokenServesUntilItExpires() {
        GrantId grant = grantWithOldToken();
        FakeServices.IDENTITY.down(true);
        assertThat(keeping.of(grant)).startsWith("ey");
    }

    @Test
    void whatIdentityHasEndedIsOver() {
        GrantId grant = grantWithOldToken();
        FakeServices.endAllSessions();

        assertThatThrownBy(() -> keeping.of(grant)).isInstanceOf(SessionOver.class);
        assertThat(jdbc.sql("select count(*) from token_grant where id = :id")
                        .param("id", grant.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tokensOfOneRowDoNotOpenInAnother() {
        GrantId mine = grantWithOldToken();
        GrantId other = grantWithOldToken();
        jdbc.sql("update token_grant set tokens = (select tokens from token_grant where id = :other) where id = :mine")
                .param("other", other.value())
                .param("mine", mine.value())
                .update();

        assertThatThrownBy(() -> keeping.of(mine)).isInstanceOf(SessionOver.class);
        jdbc.sql("delete from token_grant where id = :mine")
                .param("mine", mine.value())
                .update();
    }

    private GrantId grantWithOldToken() {
        FakeServices.accessTokensLive(TOO_SHORT);
        Browser.signedIn(port);
        FakeServices.accessTokensLive(300);
        return new GrantId(jdbc.sql("select id from token_grant order by created_at desc limit 1")
                .query(UUID.class)
                .single());
    }

    private interface Call {
        String make(int number);
    }

    private static List<String> atOnce(int count, Call call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.make(number);
                }));
            }
            List<String> results = new ArrayList<>();
            for (Future<String> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
