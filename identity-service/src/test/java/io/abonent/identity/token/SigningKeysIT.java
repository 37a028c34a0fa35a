package io.abonent.identity.token;

import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.abonent.identity.Customers;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class SigningKeysIT {

    private final StoredSigningKeys stored;
    private final Customers customers;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    @Autowired
    SigningKeysIT(StoredSigningKeys stored, Customers customers, MovableClock clock, JdbcClient jdbc) {
        this.stored = stored;
        this.customers = customers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("a key is published a day before it signs, and hours after its last token")
    void changesKeysWithOverlap() throws ParseException {
        String phone = newPhone();
        customers.registered(phone);
        stored.makeDue();
        SignedJWT before = token(phone);
        SigningKey current = key(before.getHeader().getKeyID());

        clock.advance(Duration.between(clock.instant(), current.signsUntil()).minus(Duration.ofHours(12)));
        stored.makeDue();
        stored.makeDue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(published().getKeys()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(token(phone).getHeader().getKeyID()).isEqualTo(current.kid());

        clock.advance(Duration.ofHours(12));
        SignedJWT after = token(phone);
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(current.kid());
        assertThat(published().getKeyByKeyId(current.kid())).isNotNull();
        clock.advance(Duration.ofHours(3));
        assertThat(published().getKeyByKeyId(current.kid())).isNull();
        assertThat(published().getKeyByKeyId(after.getHeader().getKeyID())).isNotNull();
    }

    @Test
    @DisplayName("F-63: a clock before the first key signs with that key")
    void signsWithAClockThatIsBehind() {
        stored.makeDue();
        SigningKey first = stored.published().stream()
                .min(Comparator.comparing(SigningKey::signsFrom))
                .orElseThrow();
        Clock behind = Clock.fixed(first.signsFrom().minus(Duration.ofHours(1)), ZoneOffset.UTC);
        int keys = stored.published().size();

        assertThat(new SigningKeys(stored, behind).signing()).isEqualTo(first.kid());
        assertThat(stored.published()).hasSize(keys);
    }

    @Test
    void keepsPrivateKeysSealed() {
        for (byte[] sealed :
                jdbc.sql("select sealed from signing_key").query(byte[].class).list()) {
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"");
        }
        assertThat(customers.http().get("/oauth2/jwks").body()).doesNotContain("\"d\":");
    }

    @Test
    @DisplayName("F-24: another encryption key than the one that sealed them is named in the message")
    void saysThatTheKeyIsAnother() {
        stored.makeDue();
        KeysProperties other = new KeysProperties(
                "b3RoZXI6IG9ubHk6IHBlcHBlciBvZiAzMiBieXRlcyE=",
                Duration.ofDays(30),
                Duration.ofDays(1),
                Duration.ofHours(2));

        assertThatThrownBy(() -> new StoredSigningKeys(jdbc, other, clock).published())
                .hasMessageContaining("abonent.keys.encryption-key");
    }

    private SignedJWT token(String phone) throws ParseException {
        return SignedJWT.parse(customers.signedIn(phone).text("access_token"));
    }

    private SigningKey key(String kid) {
        return stored.published().stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .orElseThrow();
    }

    private JWKSet published() throws ParseException {
        return JWKSet.parse(customers.http().get("/oauth2/jwks").body());
    }
}
