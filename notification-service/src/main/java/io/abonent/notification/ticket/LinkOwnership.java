package io.abonent.notification.ticket;

import io.abonent.notification.link.AccountLinks;
import io.abonent.platform.guard.OwnerQuestion;
import io.abonent.platform.security.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Whether a link is the user's own: known here, or by one question to account-service for links made a moment ago. */
@Component
class LinkOwnership {

    private final AccountLinks links;
    private final RestClient account;
    private final OwnerQuestion<Claim, Boolean> question;

    LinkOwnership(
            AccountLinks links,
            OwnerQuestion.Factory questions,
            RestClient.Builder clients,
            @Value("${abonent.services.account}") String accountService) {
        this.links = links;
        this.account = clients.baseUrl(accountService).build();
        this.question = questions.confirmation("account-links", this::ask);
    }

    boolean owns(CurrentUser user, UUID linkId) {
        return links.activeLink(linkId, user.userId()).isPresent()
                || question.confirmed(new Claim(user.userId(), linkId, user.accessToken()));
    }

    private boolean ask(Claim claim) {
        Answer answer = account.get()
                .uri("/api/v1/account-links")
                .headers(headers -> headers.setBearerAuth(claim.accessToken()))
                .retrieve()
                .body(Answer.class);
        return answer != null
                && answer.items().stream().anyMatch(item -> item.linkId().equals(claim.linkId()));
    }

    /** The same question whatever token it is asked with. */
    private record Claim(UUID userId, UUID linkId, String accessToken) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Claim claim && userId.equals(claim.userId) && linkId.equals(claim.linkId);
        }

        @Override
        public int hashCode() {
            return 31 * userId.hashCode() + linkId.hashCode();
        }

        @Override
        public String toString() {
            return "Claim[" + userId + ", " + linkId + "]";
        }
    }

    private record Answer(List<Item> items) {}

    private record Item(UUID linkId) {}
}
