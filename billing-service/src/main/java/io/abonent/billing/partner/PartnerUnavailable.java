package io.abonent.billing.partner;

import org.jspecify.annotations.Nullable;

/** No answer, or none that can be believed: what the partner did, if anything, is unknown. */
public final class PartnerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PartnerUnavailable(String partner, String why, @Nullable Throwable cause) {
        super(partner + ": " + why, cause);
    }
}
