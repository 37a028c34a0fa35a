package io.abonent.simulators.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has received.
 *
 * @param text of an e-mail its plain alternative
 * @param html the e-mail's HTML alternative, if it has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String id,
        Channel channel,
        String from,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        Instant at) {

    public enum Channel {
        SMS,
        EMAIL
    }
}
