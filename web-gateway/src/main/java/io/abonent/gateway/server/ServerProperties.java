package io.abonent.gateway.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param formTimeout the connection of a form that has not arrived by then, counted from the end of the head, ends: a slow
 *     client holds nothing for long
 * @param pagesAtOnce one more is refused with 503: it would be answered later than anybody waits. Pages that wait for a silent
 *     service take places, too, until the calls of that service are cut off
 * @param lastAnswers for so long before the end every answer closes its connection
 */
@ConfigurationProperties("abonent.server")
record ServerProperties(
        @DefaultValue("10s") Duration formTimeout,
        @DefaultValue("64") int pagesAtOnce,
        @DefaultValue("2s") Duration lastAnswers) {}
