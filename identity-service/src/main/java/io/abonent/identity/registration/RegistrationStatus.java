package io.abonent.identity.registration;

enum RegistrationStatus {
    PENDING,
    CONFIRMED,
    /** The same login was registered again: the newest form counts, so that nobody can park a login. */
    SUPERSEDED
}
