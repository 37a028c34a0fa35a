package io.abonent.identity.token;

/** What came of a refresh token. */
sealed interface Rotation {

    /** @param next to be used instead; for a repeated request the same as before */
    record Rotated(Session session, RefreshToken next) implements Rotation {}

    /** An old token came back: either of two holders is a thief, so the session ended. */
    record Reused(Session session) implements Rotation {}

    record Invalid() implements Rotation {}
}
