package io.abonent.identity.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lifetime after which an unconfirmed registration is worth nothing */
@ConfigurationProperties("abonent.registration")
record RegistrationProperties(@DefaultValue("24h") Duration lifetime) {}
