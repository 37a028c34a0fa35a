package io.abonent.identity.token;

import io.abonent.identity.secret.RandomText;
import io.abonent.platform.event.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes between a sign-in and its tokens: short, single, stored as hashes. */
@Component
public class AuthorizationCodes {

    private final JdbcClient jdbc;
    private final TokenProperties terms;
    private final Clock clock;

    AuthorizationCodes(JdbcClient jdbc, TokenProperties terms, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
    }

    public String issue(Approval approval) {
        String code = RandomText.token();
        store(code, approval);
        return code;
    }

    void store(String code, Approval approval) {
        jdbc.sql("""
                        insert into authorization_code (code_hash, session_id, user_id, client_id, redirect_uri, scope,
                                                        code_challenge, nonce, authenticated_at, password_generation,
                                                        expires_at)
                        values (:hash, :session, :user, :client, :redirect, :scope, :challenge, :nonce, :at, :generation,
                          :expires)""")
                .param("hash", sha256(code))
                .param("session", Ids.next())
                .param("user", approval.userId())
                .param("client", approval.clientId())
                .param("redirect", approval.redirectUri())
                .param("scope", String.join(" ", approval.scopes()))
                .param("challenge", approval.codeChallenge())
                .param("nonce", approval.nonce())
                .param("at", approval.authenticatedAt().atOffset(ZoneOffset.UTC))
                .param("generation", approval.passwordGeneration())
                .param("expires", clock.instant().plus(terms.codeLifetime()).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredCode> find(String code) {
        return jdbc.sql("select * from authorization_code where code_hash = :hash")
                .param("hash", sha256(code))
                .query(AuthorizationCodes::read)
                .optional();
    }

    /** @return false for every caller but the first */
    boolean use(String code) {
        Instant now = clock.instant();
        return jdbc.sql("""
                                update authorization_code set used_at = :now
                                where code_hash = :hash and used_at is null and expires_at > :now""")
                        .param("hash", sha256(code))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static StoredCode read(ResultSet row, int number) throws SQLException {
        Approval approval = new Approval(
                row.getObject("user_id", UUID.class),
                row.getString("client_id"),
                row.getString("redirect_uri"),
                Set.of(row.getString("scope").split(" ", -1)),
                row.getString("code_challenge"),
                row.getString("nonce"),
                instant(row, "authenticated_at"),
                row.getInt("password_generation"));
        return new StoredCode(
                row.getObject("session_id", UUID.class),
                approval,
                instant(row, "expires_at"),
                row.getObject("used_at") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** @param sessionId of the session that begins when the code is used */
    record StoredCode(UUID sessionId, Approval approval, Instant expiresAt, boolean used) {

        boolean fits(String clientId, @Nullable String redirectUri, @Nullable String verifier) {
            String expected = approval.redirectUri();
            return approval.clientId().equals(clientId)
                    && (expected == null || expected.equals(redirectUri))
                    && verifier != null
                    && MessageDigest.isEqual(
                            Base64.getUrlEncoder().withoutPadding().encode(sha256(verifier)),
                            approval.codeChallenge().getBytes(StandardCharsets.UTF_8));
        }
    }
}
