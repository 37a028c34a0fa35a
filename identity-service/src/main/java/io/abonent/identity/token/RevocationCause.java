package io.abonent.identity.token;

enum RevocationCause {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    TOKEN_REUSED,
    CODE_REUSED,
    /** By who knew the old one or by who forgot it. */
    PASSWORD_CHANGED
}
