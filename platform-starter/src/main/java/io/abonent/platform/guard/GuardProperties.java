package io.abonent.platform.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeout a gate may hold a customer up for this long; 200 ms was too short for the first question and answer of
 *     processes that have just started
 * @param notAskedAgain after nothing was said, or nothing came
 * @param concurrent questions under way at once; more are not asked
 * @param pause of the circuit breaker before it tries again
 */
@ConfigurationProperties("abonent.guard")
record GuardProperties(
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("2s") Duration notAskedAgain,
        @DefaultValue("32") int concurrent,
        @DefaultValue("5s") Duration pause) {}
