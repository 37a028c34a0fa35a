package io.abonent.account.attempt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** So many attempts in so much time, counted from the first of them. */
public record AttemptLimit(@Positive int attempts, @NotNull Duration window) {}
