package io.abonent.notification.consent;

import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may be advertised to at this moment. Replica of consent-service, do not write. */
@Repository
public class AdvertisingConsents {

    private final JdbcClient jdbc;

    AdvertisingConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void signed(ConsentSigned event) {
        if (event.purpose() == ConsentPurpose.ADVERTISING) {
            upsert(event.consentId(), event.userId(), true, event.version());
        }
    }

    public void withdrawn(ConsentWithdrawn event) {
        if (event.purpose() == ConsentPurpose.ADVERTISING) {
            upsert(event.consentId(), event.userId(), false, event.version());
        }
    }

    /** Asked when a message is accepted and again when it is sent: a withdrawal stops what is waiting. */
    public Optional<AdvertisingConsent> of(UUID userId) {
        boolean given = jdbc.sql("select exists (select 1 from advertising_consent where user_id = :userId and given)")
                .param("userId", userId)
                .query(Boolean.class)
                .single();
        return given ? Optional.of(new AdvertisingConsent(userId)) : Optional.empty();
    }

    private void upsert(UUID consentId, UUID userId, boolean given, long version) {
        jdbc.sql("""
                        insert into advertising_consent (consent_id, user_id, given, version)
                        values (:consentId, :userId, :given, :version)
                        on conflict (consent_id) do update set user_id = excluded.user_id, given = excluded.given,
                            version = excluded.version
                        where excluded.version > advertising_consent.version""")
                .param("consentId", consentId)
                .param("userId", userId)
                .param("given", given)
                .param("version", version)
                .update();
    }
}
