package io.abonent.identity.reset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lifetime after which a reset is worth nothing, however often its code was sent again */
@ConfigurationProperties("abonent.reset")
record ResetProperties(@DefaultValue("2h") Duration lifetime) {}
