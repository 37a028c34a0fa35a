package io.abonent.identity.verification;

/** What a proof is good for, and for nothing else (F-64). */
public enum Purpose {
    REGISTRATION,
    PASSWORD_RESET
}
