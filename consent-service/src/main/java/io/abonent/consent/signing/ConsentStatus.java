package io.abonent.consent.signing;

enum ConsentStatus {
    SIGNED,
    WITHDRAWN
}
