package io.abonent.billing.link;

import io.abonent.billing.partner.Neighbours;
import java.util.List;
import java.util.Optional;
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

    Optional<LinkState> find(String accessToken, UUID supplyAccountId) {
        LinkStates links = http.get()
                .uri("/internal/v1/account-links?supplyAccountId={id}", supplyAccountId)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .retrieve()
                .body(LinkStates.class);
        return links == null ? Optional.empty() : links.items().stream().findFirst();
    }

    record LinkStates(List<LinkState> items) {}
}
