package io.abonent.identity.user;

import java.time.Instant;
import java.util.UUID;

/** A user as the other features see one. */
public record KnownUser(UUID userId, String locale, Profile profile, Instant registeredAt, long version) {}
