package io.abonent.billing.link;

import io.abonent.billing.partner.Neighbours;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks account-service on behalf of the person; the guard around it sets the time limit. */
@Component
class AccountService {

    private final RestClient http;

    AccountService(Neighbours neighbours, @Value("${abonent.services.account}") String accountService) {
        this.http = neighbours.client(accountService);
    }

    boolean hasLinked(String accessToken, UUID supplyAccountId) {
        AccountLinks links = http.get()
                .uri("/api/v1/account-links")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .retrieve()
                .body(AccountLinks.class);
        return links != null
                && links.items().stream()
                        .anyMatch(link -> supplyAccountId.equals(link.supplyAccountId())
                                && link.status().equals("ACTIVE"));
    }

    record AccountLinks(List<Item> items) {}

    record Item(UUID supplyAccountId, String status) {}
}
