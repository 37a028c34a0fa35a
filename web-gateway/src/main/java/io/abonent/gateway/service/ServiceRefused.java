package io.abonent.gateway.service;

/** Carries a {@link Refusal} through the typed interfaces; {@link Answer#of} turns it into a value again. */
public final class ServiceRefused extends RuntimeException {

    private final Refusal refusal;

    ServiceRefused(Refusal refusal) {
        super(refusal.service() + " refused: " + refusal.status() + " " + refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
