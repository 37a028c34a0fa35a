package io.abonent.consent.signing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param passwordMaxAge how long after its password was entered a session may still sign */
@ConfigurationProperties("abonent.signing")
record SigningProperties(@DefaultValue("24h") Duration passwordMaxAge) {}
