package io.abonent.identity.user;

/** What a person can change of themselves. */
public enum ProfileDetail {
    LAST_NAME,
    FIRST_NAME,
    MIDDLE_NAME,
    DISPLAY_NAME,
    LOCALE,
    TIME_ZONE
}
