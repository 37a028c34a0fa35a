package io.abonent.account.link;

/** Why a link ended. */
enum UnlinkCause {
    USER,
    CONSENT_WITHDRAWN
}
