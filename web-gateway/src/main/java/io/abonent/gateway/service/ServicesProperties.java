package io.abonent.gateway.service;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are. */
@ConfigurationProperties("abonent.services")
public record ServicesProperties(
        @DefaultValue("http://localhost:8081") URI identity,
        @DefaultValue("http://localhost:8082") URI consent,
        @DefaultValue("http://localhost:8083") URI account,
        @DefaultValue("http://localhost:8084") URI billing,
        @DefaultValue("http://localhost:8085") URI notification) {

    URI of(Service service) {
        return switch (service) {
            case IDENTITY -> identity;
            case CONSENT -> consent;
            case ACCOUNT -> account;
            case BILLING -> billing;
            case NOTIFICATION -> notification;
        };
    }
}
