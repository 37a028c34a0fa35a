package io.abonent.identity.token;

enum RevocationCause {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    TOKEN_REUSED,
    CODE_REUSED
}
