package io.abonent.identity.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hash that belongs to a user, for the other features. */
@Service
public class StoredPasswords {

    private final Credentials credentials;

    StoredPasswords(Credentials credentials) {
        this.credentials = credentials;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID userId, String passwordHash, Instant at) {
        credentials.save(new Credential(userId, passwordHash, at));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(UUID userId, String passwordHash, Instant at) {
        credentials.findById(userId).orElseThrow().replace(passwordHash, at);
    }

    public Optional<String> hashOf(UUID userId) {
        return credentials.findById(userId).map(Credential::passwordHash);
    }

    public Optional<Instant> changedAt(UUID userId) {
        return credentials.findById(userId).map(Credential::changedAt);
    }
}
