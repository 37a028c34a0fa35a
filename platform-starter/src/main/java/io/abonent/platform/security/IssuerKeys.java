package io.abonent.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * The keys that tokens are verified with. Fetched once before the service says that it is ready, and in the background until they
 * are there: the first request may come while the issuer is being restarted, and would be refused without its being at fault.
 */
final class IssuerKeys implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> source;
    private final Duration pause;
    private volatile Thread fetching = Thread.ofVirtual().unstarted(() -> {});

    IssuerKeys(JWKSource<SecurityContext> source) {
        // Longer than the interval: of the two fetches that are allowed in it, one is left to requests.
        this(source, AccessTokenRules.UNKNOWN_KEY_INTERVAL.plusSeconds(1));
    }

    IssuerKeys(JWKSource<SecurityContext> source, Duration pause) {
        this.source = source;
        this.pause = pause;
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!fetched()) {
            fetching = Thread.ofVirtual().name("issuer-keys").start(this::keepFetching);
        }
    }

    @Override
    public void destroy() {
        fetching.interrupt();
    }

    private void keepFetching() {
        try {
            do {
                Thread.sleep(pause);
            } while (!fetched());
            log.info("keys of the issuer fetched");
        } catch (InterruptedException _) {
            log.debug("going down before the keys of the issuer were fetched");
        }
    }

    private boolean fetched() {
        try {
            return !source.get(ANY, null).isEmpty();
        } catch (KeySourceException e) {
            log.warn("keys of the issuer not fetched, next try in {} s: {}", pause.toSeconds(), e.getMessage());
            return false;
        }
    }
}
