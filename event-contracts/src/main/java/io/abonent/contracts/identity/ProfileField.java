package io.abonent.contracts.identity;

/** What of a profile can change. */
public enum ProfileField {
    LAST_NAME,
    FIRST_NAME,
    MIDDLE_NAME,
    DISPLAY_NAME,
    LOCALE,
    TIME_ZONE
}
