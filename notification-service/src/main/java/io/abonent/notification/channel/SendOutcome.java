package io.abonent.notification.channel;

import org.jspecify.annotations.Nullable;

/** What became of one attempt. The reasons are codes, never the partner's text: that may quote the address. */
public sealed interface SendOutcome {

    /** @param providerMessageId by which a receipt will name the message, if there will be one */
    record Accepted(@Nullable String providerMessageId) implements SendOutcome {}

    /**
     * The partner will never take it.
     *
     * @param addressee true if nothing can ever reach this address
     */
    record Refused(String reason, boolean addressee) implements SendOutcome {}

    /**
     * Worth trying again.
     *
     * @param perhapsSent the connection broke after the message was handed over: the next attempt may be a duplicate (F-46)
     */
    record Unavailable(String reason, boolean perhapsSent) implements SendOutcome {}
}
