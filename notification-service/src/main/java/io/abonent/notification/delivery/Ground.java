package io.abonent.notification.delivery;

import io.abonent.notification.consent.AdvertisingConsent;

/** Why we may write to somebody at all (38-FZ, article 18): about their own account always, advertising with consent only. */
public sealed interface Ground {

    enum Transactional implements Ground {
        OWN_ACCOUNT
    }

    /** Cannot be made without the consent. */
    record Marketing(AdvertisingConsent consent) implements Ground {}
}
