package io.abonent.consent.user;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as identity-service describes them. Whoever is not here yet can sign all the same. */
@Component
public class KnownUsers {
    private final JdbcClient jdbc;

    KnownUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> loginMasked(UUID userId) {
        return jdbc.sql("select login_masked from known_user where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional();
    }

    /** Every event about a user carries all of this; late and repeated ones change nothing. */
    void keep(UUID userId, String loginMasked, long version) {
        jdbc.sql("""
                        insert into known_user as u (user_id, login_masked, version)
                        values (:user, :login, :version)
                        on conflict (user_id) do update
                        set login_masked = excluded.login_masked, version = excluded.version
                        where excluded.version > u.version""")
                .param("user", userId)
                .param("login", loginMasked)
                .param("version", version)
                .update();
    }
}
