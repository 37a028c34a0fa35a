package io.abonent.platform.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param retention longer than the topics keep records (30 days), else an old record could have its effect again
 * @param cleanEvery how often old notes are deleted
 * @param cleanBite rows deleted at once
 */
@ConfigurationProperties("abonent.inbox")
record InboxProperties(
        @DefaultValue("40d") Duration retention,
        @DefaultValue("1h") Duration cleanEvery,
        @DefaultValue("5000") int cleanBite) {}
