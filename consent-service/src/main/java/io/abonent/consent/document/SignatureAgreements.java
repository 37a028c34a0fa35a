package io.abonent.consent.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agreement under which signatures count (63-FZ, art. 9), accepted at registration. Kept in the database since the
 * operator's name is part of the text; another text is another {@link #VERSION} with a resource of its own.
 */
@Component
public class SignatureAgreements {
    static final int VERSION = 1;
    static final String RESOURCE = "signature-agreement.v" + VERSION + ".ru.txt";

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable SignatureAgreement> current = new AtomicReference<>();

    SignatureAgreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never changes while the service runs. */
    public SignatureAgreement current() {
        SignatureAgreement known = current.get();
        if (known == null) {
            known = find(VERSION).orElseThrow();
            current.set(known);
        }
        return known;
    }

    Optional<SignatureAgreement> find(int version) {
        return jdbc.sql("select version, title, text, sha256 from signature_agreement where version = :version")
                .param("version", version)
                .query(SignatureAgreement.class)
                .optional();
    }

    void publishOnce(DocumentText text, Instant now) {
        jdbc.sql("""
                        insert into signature_agreement (version, title, text, sha256, published_at)
                        values (:version, :title, :text, :sha256, :now) on conflict (version) do nothing""")
                .param("version", VERSION)
                .param("title", text.title())
                .param("text", text.text())
                .param("sha256", text.sha256())
                .param("now", Timestamp.from(now))
                .update();
    }
}
