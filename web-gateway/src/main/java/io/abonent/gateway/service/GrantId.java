package io.abonent.gateway.service;

import java.io.Serializable;
import java.util.UUID;

/** Names the tokens of one sign-in; the tokens themselves are never in a session or a page. */
public record GrantId(UUID value) implements Serializable {}
