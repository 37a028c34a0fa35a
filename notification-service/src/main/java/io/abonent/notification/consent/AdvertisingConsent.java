package io.abonent.notification.consent;

import java.util.UUID;

/** Proof that a person agreed to advertising; only {@link AdvertisingConsents} hands it out. */
public final class AdvertisingConsent {

    private final UUID userId;

    AdvertisingConsent(UUID userId) {
        this.userId = userId;
    }

    public UUID userId() {
        return userId;
    }
}
