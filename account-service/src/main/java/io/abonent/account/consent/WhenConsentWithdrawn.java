package io.abonent.account.consent;

import java.util.UUID;

/** What has to end when a person takes back the consent to process personal data; runs once, in one transaction with it. */
public interface WhenConsentWithdrawn {

    /** Called before the replica changes: takes what locks the work needs. */
    void lock(UUID userId);

    void end(UUID userId);
}
