package io.abonent.identity.login;

public enum LoginType {
    PHONE,
    EMAIL
}
