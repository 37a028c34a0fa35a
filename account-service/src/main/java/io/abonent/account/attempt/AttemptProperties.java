package io.abonent.account.attempt;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param countLoopback load and tests run beside the service; behind a proxy a loopback address never shows */
@ConfigurationProperties("abonent.attempts")
record AttemptProperties(boolean countLoopback) {}
