package io.abonent.account.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** consent-service, asked about a person on a local miss. */
final class ConsentOwner {

    record Consents(@Nullable List<Item> items) {
        record Item(@Nullable String purpose, @Nullable String status) {}
    }

    private final RestClient http;

    ConsentOwner(RestClient http) {
        this.http = http;
    }

    /** Signed means: the consent to process personal data is there, and every version of it that is asked for is signed. */
    boolean signed(ConsentQuestion question) {
        Consents consents = http.get()
                .uri("/api/v1/consents")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + question.accessToken())
                .retrieve()
                .body(Consents.class);
        if (consents == null || consents.items() == null) {
            return false;
        }
        List<Consents.Item> asked = consents.items().stream()
                .filter(item -> "PERSONAL_DATA".equals(item.purpose()))
                .toList();
        return !asked.isEmpty() && asked.stream().allMatch(item -> "SIGNED".equals(item.status()));
    }
}
