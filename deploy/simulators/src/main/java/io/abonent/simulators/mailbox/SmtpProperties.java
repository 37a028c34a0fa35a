package io.abonent.simulators.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param port 0 = any free port */
@ConfigurationProperties("simulators.smtp")
record SmtpProperties(int port) {}
