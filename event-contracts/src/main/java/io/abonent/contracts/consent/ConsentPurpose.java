package io.abonent.contracts.consent;

public enum ConsentPurpose {
    /** 152-FZ: processing of personal data. The cabinet stays closed without it. */
    PERSONAL_DATA,
    /** 38-FZ art. 18: messages that are not about the person's own account. */
    ADVERTISING
}
