package io.abonent.identity.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The keys which all services share, seen from the one that issues. */
@ConfigurationProperties("abonent.security")
record IssuerProperties(
        @DefaultValue("http://localhost:8081") String issuer,
        @DefaultValue("abonent") String audience) {}
