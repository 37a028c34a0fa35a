package io.abonent.gateway.service;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of calls, the same for each service and counted for each alone.
 *
 * @param query how long a page waits for something to read
 * @param command how long it waits for something to happen: a supplier or a payment provider may have to be asked
 * @param concurrent calls at a time; more are refused at once, so that one slow service does not take the gateway with it
 * @param failureRate percent of failures from which on a service is left alone
 * @param pause for which it is
 */
@ConfigurationProperties("abonent.calls")
record CallProperties(
        @DefaultValue("1s") Duration connect,
        @DefaultValue("4s") Duration query,
        @DefaultValue("12s") Duration command,
        @DefaultValue("64") int concurrent,
        @DefaultValue("50") int failureRate,
        @DefaultValue("20") int failuresOf,
        @DefaultValue("5s") Duration pause) {}
