package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class IssuerKeysTests {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void areThereBeforeTheServiceIsReady() throws Exception {
        IssuerKeys keys = new IssuerKeys(refusing(0), PAUSE);

        keys.run(new DefaultApplicationArguments());

        assertThat(asked).hasValue(1);
    }

    @Test
    void ofAnIssuerThatIsAwayAreAskedForUntilTheyAreThere() throws Exception {
        IssuerKeys keys = new IssuerKeys(refusing(3), PAUSE);

        keys.run(new DefaultApplicationArguments());

        await().untilAsserted(() -> assertThat(asked).hasValue(4));
        Thread.sleep(PAUSE.multipliedBy(5));
        assertThat(asked).as("nobody asks for what is there").hasValue(4);
    }

    @Test
    void areNotAskedForByAServiceThatIsGone() throws Exception {
        IssuerKeys keys = new IssuerKeys(refusing(Integer.MAX_VALUE), PAUSE);
        keys.run(new DefaultApplicationArguments());

        keys.destroy();

        int before = asked.get();
        Thread.sleep(PAUSE.multipliedBy(5));
        assertThat(asked.get()).isLessThanOrEqualTo(before + 1);
    }

    private JWKSource<SecurityContext> refusing(int times) throws Exception {
        JWK key = KeysOfTests.stranger().toPublicJWK();
        return (_, _) -> {
            if (asked.incrementAndGet() <= times) {
                throw new KeySourceException("connection refused");
            }
            return List.of(key);
        };
    }
}
