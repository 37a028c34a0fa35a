package io.abonent.gateway.service;

/** Where the calls get their bearer tokens from; the feature {@code session} keeps them. */
public interface AccessTokens {

    /**
     * @return one that will live for a moment yet, refreshed if need be
     * @throws SessionOver if there will not be another one
     */
    String of(GrantId grant);

    /** @param refused which a service would not take although it should still be good */
    String insteadOf(GrantId grant, String refused);
}
