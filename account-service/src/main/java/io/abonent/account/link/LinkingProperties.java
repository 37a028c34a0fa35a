package io.abonent.account.link;

import io.abonent.account.attempt.AttemptLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of linking.
 *
 * @param maxLinks open links of one user
 * @param perAddress questions from one address, whoever is signed in there
 * @param missesPerSupplier numbers a supplier did not know, over all users: somebody is walking through the numbers
 * @param firstRetry how long a supplier that did not answer is left alone at first; the pause grows with the wait
 * @param giveUpAfter then the user has to ask anew
 */
@Validated
@ConfigurationProperties("abonent.linking")
record LinkingProperties(
        @DefaultValue("20") @Positive int maxLinks,
        @NotNull @Valid AttemptLimit perHour,
        @NotNull @Valid AttemptLimit perDay,
        @NotNull @Valid AttemptLimit perAddress,
        @NotNull @Valid AttemptLimit missesPerSupplier,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry,
        @DefaultValue("7d") Duration giveUpAfter) {

    /**
     * How long to leave a supplier alone that has been silent for this long: half of it, within bounds, spread by a fifth
     * both ways, so that no herd comes back at once (F-48).
     *
     * @param random between 0 and 1
     */
    Duration pause(Duration waited, double random) {
        long millis = Math.clamp(waited.toMillis() / 2, firstRetry.toMillis(), longestRetry.toMillis());
        return Duration.ofMillis((long) (millis * (0.8 + 0.4 * random)));
    }
}
