package io.abonent.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody larger request bodies are refused with 413
 * @param bodyTimeout a body that has not arrived by then, counted from the end of the head, is refused with 408, and the
 *     connection of one that nobody wants ends: a slow client holds nothing for long
 * @param requestsAtOnce one more is refused with 503: more would wait longer for a database connection than anybody waits for
 *     an answer, and whoever is refused waits for the processor behind them. Above what may wait for others at the same
 *     time: one silent supplier (20), questions to other services (32)
 * @param lastAnswers for so long before the end every answer closes its connection
 */
@ConfigurationProperties("abonent.web")
record WebProperties(
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("64") int requestsAtOnce,
        @DefaultValue("2s") Duration lastAnswers) {}
