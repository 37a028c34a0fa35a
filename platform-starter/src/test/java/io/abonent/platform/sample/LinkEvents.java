package io.abonent.platform.sample;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import java.time.Instant;
import java.util.UUID;

/** Any event will do; this one is short. */
public final class LinkEvents {

    private static final UUID SOMEBODY = UUID.fromString("0198c000-0000-7000-8000-0000000000aa");

    private LinkEvents() {}

    public static AccountLinked of(Link link) {
        return of(link.id(), link.alias(), link.flushedVersion());
    }

    public static AccountLinked of(UUID id, String alias, long version) {
        return new AccountLinked(
                id,
                SOMEBODY,
                SOMEBODY,
                SOMEBODY,
                "ref-1",
                "****5952",
                AccessLevel.BASIC,
                alias,
                Instant.parse("2026-11-01T10:00:00Z"),
                version);
    }
}
