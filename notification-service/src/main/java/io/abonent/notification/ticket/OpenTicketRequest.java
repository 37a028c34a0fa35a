package io.abonent.notification.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param linkId the supply account it is about */
record OpenTicketRequest(
        @NotNull TicketCategory category,
        @NotBlank @Size(max = 4000) String text,
        @Nullable UUID linkId) {}
