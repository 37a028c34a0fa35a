package io.abonent.gateway.session;

import io.abonent.gateway.secret.SealedBox;
import io.abonent.gateway.service.GrantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of all sign-ins, sealed. Leases are measured by the database's clock, which all instances share.
 */
@Component
class TokenGrants {

    /** @param generation grows with each refresh */
    record Stored(GrantId id, long generation, Tokens tokens) {}

    /** @param tokens absent if they do not open any more */
    record Abandoned(GrantId id, Optional<Tokens> tokens) {}

    /** What is sealed. The id is in it so that a row's content is good for that row only. */
    record Content(UUID grant, Tokens tokens) {}

    private static final Logger log = LoggerFactory.getLogger(TokenGrants.class);

    private final JdbcClient jdbc;
    private final SealedBox box;
    private final JsonMapper json;

    TokenGrants(JdbcClient jdbc, SealedBox box, JsonMapper json) {
        this.jdbc = jdbc;
        this.box = box;
        this.json = json;
    }

    void add(GrantId id, UUID userId, Tokens tokens) {
        jdbc.sql("insert into token_grant (id, user_id, tokens) values (:id, :user, :tokens)")
                .param("id", id.value())
                .param("user", userId)
                .param("tokens", seal(id, tokens))
                .update();
    }

    Optional<Stored> find(GrantId id) {
        return jdbc.sql("select id, generation, tokens from token_grant where id = :id and not ended")
                .param("id", id.value())
                .query(this::read)
                .optional()
                .flatMap(opened -> opened);
    }

    /** @return whether the caller, and nobody else for now, is to refresh this generation */
    boolean lease(Stored seen, UUID lease, Duration time) {
        return jdbc.sql("""
                                update token_grant
                                set lease = :lease, leased_until = clock_timestamp() + make_interval(secs => :seconds)
                                where id = :id and generation = :generation and not ended
                                  and (leased_until is null or leased_until < clock_timestamp())""")
                        .param("lease", lease)
                        .param("seconds", time.toMillis() / 1000.0)
                        .param("id", seen.id().value())
                        .param("generation", seen.generation())
                        .update()
                == 1;
    }

    /** Who slept past the lease changes nothing: the next one has got the same tokens, or newer ones. */
    boolean replace(Stored seen, UUID lease, Tokens tokens) {
        return jdbc.sql("""
                                update token_grant
                                set tokens = :tokens, generation = generation + 1, lease = null, leased_until = null
                                where id = :id and generation = :generation and lease = :lease""")
                        .param("tokens", seal(seen.id(), tokens))
                        .param("id", seen.id().value())
                        .param("generation", seen.generation())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    void giveBack(Stored seen, UUID lease) {
        jdbc.sql("update token_grant set lease = null, leased_until = null where id = :id and lease = :lease")
                .param("id", seen.id().value())
                .param("lease", lease)
                .update();
    }

    /** From now on nobody gets a token of it. The row stays until identity-service knows. */
    Optional<Stored> end(GrantId id) {
        return jdbc.sql("update token_grant set ended = true where id = :id returning id, generation, tokens")
                .param("id", id.value())
                .query(this::read)
                .optional()
                .flatMap(opened -> opened);
    }

    void forget(GrantId id) {
        jdbc.sql("delete from token_grant where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Ended ones that identity-service has not heard of, and those whose session has expired. */
    List<Abandoned> abandoned(int limit) {
        return jdbc.sql("""
                        select id, generation, tokens from token_grant g
                        where created_at < clock_timestamp() - interval '1 minute'
                          and (ended or not exists (
                            select from spring_session s where s.principal_name = g.id::text
                              and s.expiry_time > extract(epoch from clock_timestamp()) * 1000))
                        order by created_at limit :limit""")
                .param("limit", limit)
                .query((row, number) -> new Abandoned(id(row), read(row, number).map(Stored::tokens)))
                .list();
    }

    private byte[] seal(GrantId id, Tokens tokens) {
        return box.seal(json.writeValueAsString(new Content(id.value(), tokens)));
    }

    private static GrantId id(ResultSet row) throws SQLException {
        return new GrantId(row.getObject("id", UUID.class));
    }

    /** Empty if it does not open, after a change of the key for instance: the person signs in again. */
    private Optional<Stored> read(ResultSet row, int number) throws SQLException {
        GrantId id = id(row);
        long generation = row.getLong("generation");
        Optional<Stored> stored = box.open(row.getBytes("tokens"))
                .map(text -> json.readValue(text, Content.class))
                .filter(content -> content.grant().equals(id.value()))
                .map(content -> new Stored(id, generation, content.tokens()));
        if (stored.isEmpty()) {
            log.warn("The tokens of a session do not open: was abonent.sessions.encryption-key changed?");
        }
        return stored;
    }
}
