package io.abonent.identity.user;

enum UserStatus {
    ACTIVE,
    /** By an operator. */
    BLOCKED
}
