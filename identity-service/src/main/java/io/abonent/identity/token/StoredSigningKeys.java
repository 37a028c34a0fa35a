package io.abonent.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.abonent.identity.secret.SealedBox;
import io.abonent.platform.event.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys in the database, sealed; made there too, by one instance at a time. */
@Component
class StoredSigningKeys {

    private static final long MAKING_A_KEY = 0x6b657973L;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SealedBox box;
    private final KeysProperties terms;
    private final Clock clock;

    StoredSigningKeys(JdbcClient jdbc, KeysProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.box = new SealedBox(properties.key().forUse("signing-keys"));
        this.terms = properties;
        this.clock = clock;
    }

    /** All that must be published now, the one that signs longest last. */
    List<SigningKey> published() {
        return jdbc.sql("""
                        select kid, sealed, signs_from, signs_until, published_until from signing_key
                        where published_until > :now order by signs_until""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    /** Makes the first key, or the next one in time before the last one ends. */
    @Transactional
    public void makeDue() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", MAKING_A_KEY)
                .query((row, number) -> true)
                .single();
        Instant now = clock.instant();
        List<SigningKey> keys = published();
        Instant covered = keys.isEmpty() ? Instant.EPOCH : keys.getLast().signsUntil();
        if (covered.isBefore(now)) {
            // A little back: replicas with clocks behind ours sign with it at once, too.
            store(make(), now.minus(CLOCKS_DIFFER));
        } else if (covered.minus(terms.publishedBefore()).isBefore(now)) {
            store(make(), covered);
        }
    }

    private void store(ECKey key, Instant from) {
        Instant until = from.plus(terms.signsFor());
        jdbc.sql("""
                        insert into signing_key (kid, sealed, signs_from, signs_until, published_until)
                        values (:kid, :sealed, :from, :until, :published)""")
                .param("kid", key.getKeyID())
                .param("sealed", box.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("published", until.plus(terms.publishedAfter()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ECKey make() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(Ids.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every JDK", e);
        }
    }

    private SigningKey read(ResultSet row, int number) throws SQLException {
        byte[] plain = box.open(row.getBytes("sealed"))
                .orElseThrow(() -> new IllegalStateException(
                        "The signing keys in the database were sealed with another abonent.keys.encryption-key"));
        try {
            return new SigningKey(
                    ECKey.parse(new String(plain, StandardCharsets.UTF_8)),
                    instant(row, "signs_from"),
                    instant(row, "signs_until"),
                    instant(row, "published_until"));
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database is not a JWK", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
