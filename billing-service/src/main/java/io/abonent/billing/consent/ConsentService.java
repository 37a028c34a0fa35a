package io.abonent.billing.consent;

import io.abonent.billing.partner.Neighbours;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks consent-service on behalf of the person; the guard around it sets the time limit. */
@Component
class ConsentService {

    private final RestClient http;

    ConsentService(Neighbours neighbours, @Value("${abonent.services.consent}") String consentService) {
        this.http = neighbours.client(consentService);
    }

    boolean everythingSigned(String accessToken) {
        Consents consents = http.get()
                .uri("/api/v1/consents")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .retrieve()
                .body(Consents.class);
        if (consents == null) {
            return false;
        }
        List<Item> personal = consents.items().stream()
                .filter(item -> item.purpose().equals("PERSONAL_DATA"))
                .toList();
        return !personal.isEmpty()
                && personal.stream().allMatch(item -> item.status().equals("SIGNED"));
    }

    record Consents(List<Item> items) {}

    record Item(String purpose, String status) {}
}
