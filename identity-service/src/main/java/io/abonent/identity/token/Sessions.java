package io.abonent.identity.token;

import io.abonent.identity.secret.RandomText;
import io.abonent.identity.secret.SecretKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in the database; a refresh is a read and one guarded update, both by primary key. */
@Component
class Sessions {

    private static final int SALT_BYTES = 32;
    private static final int MOST_LISTED = 100;

    private final JdbcClient jdbc;
    private final SecretKey tokenKey;
    private final SecretKey deviceKey;
    private final TokenProperties terms;
    private final Clock clock;

    Sessions(JdbcClient jdbc, KeysProperties keys, TokenProperties terms, Clock clock) {
        this.jdbc = jdbc;
        this.tokenKey = keys.key().forUse("refresh-token");
        this.deviceKey = keys.key().forUse("device");
        this.terms = terms;
        this.clock = clock;
    }

    Rotation.Rotated begin(UUID id, Approval approval, Device device) {
        byte[] salt = RandomText.bytes(SALT_BYTES);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into sign_in_session (id, user_id, client_id, scope, nonce, salt, generation, device_hash,
                          device_label, authenticated_at, created_at, refreshed_at, idle_until, expires_at)
                        values (:id, :user, :client, :scope, :nonce, :salt, 1, :device, :label, :authenticated, :now, :now,
                          :idle, :expires)""")
                .param("id", id)
                .param("user", approval.userId())
                .param("client", approval.clientId())
                .param("scope", String.join(" ", approval.scopes()))
                .param("nonce", approval.nonce())
                .param("salt", salt)
                .param("device", deviceKey.hmac(device.userAgent()))
                .param("label", device.label())
                .param("authenticated", utc(approval.authenticatedAt()))
                .param("now", utc(now))
                .param("idle", utc(now.plus(terms.sessionIdle())))
                .param("expires", utc(now.plus(terms.sessionLifetime())))
                .update();
        Session session = new Session(
                id,
                approval.userId(),
                approval.clientId(),
                approval.scopes(),
                approval.nonce(),
                device.label(),
                approval.authenticatedAt(),
                now,
                now,
                now.plus(terms.sessionIdle()),
                now.plus(terms.sessionLifetime()),
                false);
        return new Rotation.Rotated(session, RefreshToken.of(id, 1, salt, tokenKey));
    }

    Rotation rotate(String presented, String clientId, Device device) {
        Optional<Stored> found =
                genuine(presented).filter(stored -> stored.session().clientId().equals(clientId));
        if (found.isEmpty()) {
            return new Rotation.Invalid();
        }
        int generation = found.get().presented().generation();
        return advance(found.get(), generation, device)
                ? found.get().rotated(generation + 1, tokenKey)
                : old(presented, device);
    }

    /** The presented token is not, or no longer, the newest of a living session. */
    private Rotation old(String presented, Device device) {
        Stored stored = genuine(presented).orElseThrow();
        Instant now = clock.instant();
        if (!stored.session().liveAt(now)) {
            return new Rotation.Invalid();
        }
        boolean justReplaced = stored.generation() == stored.presented().generation() + 1
                && now.isBefore(stored.session().refreshedAt().plus(terms.retryWindow()));
        if (justReplaced && stored.seenOn(deviceKey.hmac(device.userAgent()))) {
            return stored.rotated(stored.generation(), tokenKey);
        }
        return new Rotation.Reused(stored.session());
    }

    private boolean advance(Stored stored, int generation, Device device) {
        Instant now = clock.instant();
        return jdbc.sql("""
                                update sign_in_session
                                set generation = generation + 1, refreshed_at = :now, idle_until = :idle, device_hash = :device
                                where id = :id and generation = :generation and revoked_at is null
                                  and idle_until > :now and expires_at > :now""")
                        .param("id", stored.session().id())
                        .param("generation", generation)
                        .param("device", deviceKey.hmac(device.userAgent()))
                        .param("now", utc(now))
                        .param("idle", utc(now.plus(terms.sessionIdle())))
                        .update()
                == 1;
    }

    Optional<Session> ofRefreshToken(String presented) {
        return genuine(presented)
                .filter(stored -> stored.generation() == stored.presented().generation())
                .map(Stored::session);
    }

    Optional<Session> find(UUID id) {
        return jdbc.sql("select * from sign_in_session where id = :id")
                .param("id", id)
                .query(Sessions::read)
                .optional();
    }

    List<Session> liveOf(UUID userId) {
        return jdbc.sql("""
                        select * from sign_in_session
                        where user_id = :user and revoked_at is null and idle_until > :now and expires_at > :now
                        order by refreshed_at desc limit :limit""")
                .param("user", userId)
                .param("now", utc(clock.instant()))
                .param("limit", MOST_LISTED)
                .query(Sessions::read)
                .list();
    }

    /** @return whose it was; empty if it had ended before */
    Optional<UUID> revoke(UUID id, RevocationCause cause, Instant at) {
        return jdbc.sql("""
                        update sign_in_session set revoked_at = :now, revoked_because = :cause
                        where id = :id and revoked_at is null returning user_id""")
                .param("id", id)
                .param("now", utc(at))
                .param("cause", cause.name())
                .query(UUID.class)
                .optional();
    }

    /**
     * @param kept the one session that goes on, if any
     * @return those that ended
     */
    List<UUID> revokeAll(UUID userId, @Nullable UUID kept, RevocationCause cause, Instant at) {
        // In the order of their ids: two who end the same sessions must not wait for each other.
        return jdbc.sql("""
                        update sign_in_session set revoked_at = :now, revoked_because = :cause
                        where id in (
                            select id from sign_in_session
                            where user_id = :user and revoked_at is null and id is distinct from :kept
                              and idle_until > :now and expires_at > :now
                            order by id for update)
                        returning id""")
                .param("user", userId)
                .param("kept", kept, Types.OTHER)
                .param("now", utc(at))
                .param("cause", cause.name())
                .query(UUID.class)
                .list();
    }

    /** Those whose access tokens may still be around. */
    List<UUID> revokedSince(Instant since) {
        return jdbc.sql("select id from sign_in_session where revoked_at > :since")
                .param("since", utc(since))
                .query(UUID.class)
                .list();
    }

    private Optional<Stored> genuine(String presented) {
        return RefreshToken.read(presented)
                .flatMap(token -> jdbc.sql("select * from sign_in_session where id = :id")
                        .param("id", token.sessionId())
                        .query((row, number) -> Stored.read(token, row, number))
                        .optional())
                .filter(stored -> stored.presented().provenBy(stored.salt(), tokenKey));
    }

    static Session read(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("client_id"),
                Set.of(row.getString("scope").split(" ", -1)),
                row.getString("nonce"),
                row.getString("device_label"),
                instant(row, "authenticated_at"),
                instant(row, "created_at"),
                instant(row, "refreshed_at"),
                instant(row, "idle_until"),
                instant(row, "expires_at"),
                row.getObject("revoked_at") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
