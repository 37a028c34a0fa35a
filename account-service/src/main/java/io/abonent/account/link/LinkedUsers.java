package io.abonent.account.link;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has an account to work with. */
@Repository
public class LinkedUsers {

    private final JdbcClient jdbc;

    LinkedUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean hasActiveLink(UUID userId) {
        return jdbc.sql("select exists (select from account_link where user_id = :userId and status = 'ACTIVE')")
                .param("userId", userId)
                .query(Boolean.class)
                .single();
    }
}
