package io.abonent.notification.contact;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which language people read by now; a contact says only which one it was confirmed in. Replica of identity-service. */
@Repository
public class ReaderLanguages {

    private final JdbcClient jdbc;

    ReaderLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every event about a user carries it; late and repeated ones change nothing. */
    public void keep(UUID userId, String locale, long version) {
        jdbc.sql("""
                        insert into reader_language (user_id, locale, version) values (:userId, :locale, :version)
                        on conflict (user_id) do update set locale = excluded.locale, version = excluded.version
                        where excluded.version > reader_language.version""")
                .param("userId", userId)
                .param("locale", locale)
                .param("version", version)
                .update();
    }

    public void erased(UUID userId) {
        jdbc.sql("delete from reader_language where user_id = :userId")
                .param("userId", userId)
                .update();
    }
}
