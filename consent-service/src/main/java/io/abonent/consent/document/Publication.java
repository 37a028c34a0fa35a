package io.abonent.consent.document;

import java.time.Instant;

/** How an attempt to publish ends. */
sealed interface Publication {
    record Published(DocumentVersion version) implements Publication {}

    record UnknownDocument() implements Publication {}

    record TextUnchanged(int number) implements Publication {}

    record RequiredInPast(Instant requiredFrom) implements Publication {}

    /** The text has no title or holds a placeholder nobody fills. */
    record UnfinishedText(String reason) implements Publication {}
}
