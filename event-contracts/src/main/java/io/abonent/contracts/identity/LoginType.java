package io.abonent.contracts.identity;

public enum LoginType {
    PHONE,
    EMAIL
}
