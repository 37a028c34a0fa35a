package io.abonent.contracts.account;

public enum AccessLevel {
    BASIC,
    EXTENDED
}
