package io.abonent.billing.partner;

/** A partner's answer as received: the status, and at most a bounded length of text. */
public record PartnerAnswer(int status, String body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
