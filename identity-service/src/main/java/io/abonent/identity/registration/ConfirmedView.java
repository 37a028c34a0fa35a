package io.abonent.identity.registration;

import java.util.UUID;

record ConfirmedView(UUID userId) {}
