package io.abonent.gateway.service;

import java.util.Locale;

/** Who is asked. */
public enum Service {
    IDENTITY,
    CONSENT,
    ACCOUNT,
    BILLING,
    NOTIFICATION;

    /** As in configuration, metrics and message keys. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
