package io.abonent.identity.credential;

import java.time.Duration;

final class PasswordFixture {

    static final String PEPPER = "dGVzdHMgb25seTogcGVwcGVyIG9mIDMyIGJ5dGVzICE=";

    private PasswordFixture() {}

    static PasswordProperties properties(PasswordProfile profile) {
        return new PasswordProperties(profile, PEPPER, 19_456, 2, 1, 1, Duration.ofSeconds(5));
    }

    static PasswordProperties withPepper(String pepper) {
        return new PasswordProperties(PasswordProfile.INSTRUCTION, pepper, 19_456, 2, 1, 1, Duration.ofSeconds(5));
    }
}
