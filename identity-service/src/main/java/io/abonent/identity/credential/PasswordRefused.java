package io.abonent.identity.credential;

/** Why a password may not be chosen. */
public sealed interface PasswordRefused {

    /** A letter of another alphabet, most often a Cyrillic one that looks Latin. */
    record NonLatin() implements PasswordRefused {}

    record AgainstPolicy(PasswordProfile profile) implements PasswordRefused {}

    /** Everybody tries it first. */
    record TooCommon() implements PasswordRefused {}
}
