package io.abonent.notification.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record AddMessageRequest(@NotBlank @Size(max = 4000) String text) {}
