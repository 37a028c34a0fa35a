package io.abonent.identity.contact;

import io.abonent.identity.login.Login;
import java.time.Instant;
import java.util.UUID;

/** A proven contact as the other features see it. */
public record KnownContact(UUID contactId, Login login, Instant confirmedAt) {}
