package io.abonent.account.link;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a user has linked already: the questions asked before a new link. */
@Repository
class OpenLinks {

    private final JdbcClient jdbc;

    OpenLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of a user's set of links at a time, until the end of the transaction (F-58). */
    void lock(UUID userId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('account-link:' || :userId, 0))")
                .param("userId", userId.toString())
                .query((row, n) -> true)
                .single();
    }

    Optional<UUID> find(UUID userId, UUID supplierId, String accountNumber) {
        return jdbc.sql("""
                        select link_id from account_link
                        where user_id = :userId and supplier_id = :supplierId and account_number = :accountNumber
                          and status in ('PENDING_SUPPLIER', 'ACTIVE')""")
                .param("userId", userId)
                .param("supplierId", supplierId)
                .param("accountNumber", accountNumber)
                .query(UUID.class)
                .optional();
    }

    int count(UUID userId) {
        return jdbc.sql("""
                        select count(*) from account_link
                        where user_id = :userId and status in ('PENDING_SUPPLIER', 'ACTIVE')""").param("userId", userId).query(Integer.class).single();
    }
}
