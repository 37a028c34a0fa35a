package io.abonent.account.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "Has this person signed?", asked with the person's own token; the token is no part of the question. */
final class ConsentQuestion {

    private final UUID userId;
    private final String accessToken;

    ConsentQuestion(UUID userId, String accessToken) {
        this.userId = userId;
        this.accessToken = accessToken;
    }

    String accessToken() {
        return accessToken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentQuestion question && question.userId.equals(userId);
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }
}
