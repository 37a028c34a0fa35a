package io.abonent.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The published keys, read again every minute, so that all replicas change to a new key at the same time. */
@Component
class SigningKeys implements JWKSource<SecurityContext>, InitializingBean {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final StoredSigningKeys stored;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    SigningKeys(StoredSigningKeys stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** Keys that cannot be opened must end the start, not the first sign-in (F-24). */
    @Override
    public void afterPropertiesSet() {
        signing();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(current().set());
    }

    /** Id of the key that signs now. */
    String signing() {
        return signing(current().keys(), clock.instant())
                .map(SigningKey::kid)
                .orElseThrow(() -> new IllegalStateException("no key signs at this time"));
    }

    /** A time before the first key was made is that of a clock gone wrong (F-63): what that key signs is accepted all the same. */
    private static Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .or(() -> keys.stream()
                        .filter(key -> now.isBefore(key.signsFrom()))
                        .min(Comparator.comparing(SigningKey::signsFrom)));
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known != null && known.goodAt(now)) {
            return known;
        }
        reading.lock();
        try {
            Snapshot meanwhile = snapshot;
            if (meanwhile != null && meanwhile.goodAt(now)) {
                return meanwhile;
            }
            Snapshot read = read(now);
            snapshot = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read(Instant now) {
        List<SigningKey> keys = stored.published();
        if (signing(keys, now).isEmpty()) {
            stored.makeDue();
            keys = stored.published();
        }
        List<JWK> pairs = keys.stream().<JWK>map(SigningKey::pair).toList();
        return new Snapshot(keys, new JWKSet(pairs), now.plus(KEPT));
    }

    private record Snapshot(List<SigningKey> keys, JWKSet set, Instant until) {

        boolean goodAt(Instant now) {
            return now.isBefore(until) && signing(keys, now).isPresent();
        }
    }
}
