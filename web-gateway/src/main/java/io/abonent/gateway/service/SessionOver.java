package io.abonent.gateway.service;

/** The sign-in has ended at identity-service: no service will answer until the person signs in again. */
public final class SessionOver extends RuntimeException {

    public SessionOver(String why) {
        super(why, null, false, false);
    }
}
