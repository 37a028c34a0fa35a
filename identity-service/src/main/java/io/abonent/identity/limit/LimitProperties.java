package io.abonent.identity.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param countLoopback whether addresses of this machine count; off where load and tests run beside the service
 * @param signInsPerAddress tries in {@link #addressWindow}, whoever they are for
 * @param registrationsPerAddress in {@link #addressWindow}
 * @param resetsPerAddress forgotten passwords in {@link #addressWindow}
 * @param guessesPerAddress codes and links tried in {@link #addressWindow}
 * @param smsPerPrefixHour messages to one block of ten thousand numbers
 * @param smsPerHour messages in all: what a pumped SMS bill may cost
 * @param failuresBeforeLock wrong passwords in a row for one login
 * @param lock of the first lock; each further one is twice as long
 * @param longestLock where doubling ends
 */
@ConfigurationProperties("abonent.limits")
public record LimitProperties(
        @DefaultValue("true") boolean countLoopback,
        @DefaultValue("10m") Duration addressWindow,
        @DefaultValue("100") int signInsPerAddress,
        @DefaultValue("20") int registrationsPerAddress,
        @DefaultValue("20") int resetsPerAddress,
        @DefaultValue("200") int guessesPerAddress,
        @DefaultValue("60") int smsPerPrefixHour,
        @DefaultValue("20000") int smsPerHour,
        @DefaultValue("5") int failuresBeforeLock,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("24h") Duration longestLock) {}
