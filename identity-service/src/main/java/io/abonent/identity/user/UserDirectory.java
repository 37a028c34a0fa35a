package io.abonent.identity.user;

import io.abonent.identity.login.Login;
import io.abonent.identity.user.ProfileOutcome.ChangedMeanwhile;
import io.abonent.identity.user.ProfileOutcome.NotThere;
import io.abonent.identity.user.ProfileOutcome.Saved;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who exists, for the other features. */
@Service
public class UserDirectory {

    private final Users users;
    private final EventPublisher publisher;

    UserDirectory(Users users, EventPublisher publisher) {
        this.users = users;
        this.publisher = publisher;
    }

    /** A person proved the login: the cabinet exists from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID admit(Login provenLogin, String locale, Instant at) {
        User user = users.save(User.registered(Ids.next(), locale, at));
        publisher.publish(user, saved -> UserEvents.registered(saved, provenLogin));
        return user.id();
    }

    public Optional<KnownUser> find(UUID userId) {
        return users.findById(userId).map(User::known);
    }

    public Optional<SignInState> signInState(UUID userId) {
        return users.findById(userId).map(User::signInState);
    }

    /**
     * Keeps the password as it is until the transaction ends.
     *
     * @return whether it is still the one of this generation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdPassword(UUID userId, int generation) {
        return users.holdPasswordGeneration(userId)
                .filter(current -> current == generation)
                .isPresent();
    }

    /**
     * Keeps others from changing the user until the transaction ends.
     *
     * @return the generation of the password in force; empty if there is no such user
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> lock(UUID userId) {
        return users.lock(userId).map(User::passwordGeneration);
    }

    /** A signed-in user chose a new password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passwordChanged(UUID userId, Login login, int sessionsEnded, Instant at) {
        User user = passwordReplaced(userId);
        publisher.publish(user, saved -> UserEvents.passwordChanged(saved, login, sessionsEnded, at));
    }

    /** Somebody who had forgotten the password proved a contact and chose a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passwordReset(UUID userId, Login login, int sessionsEnded, Instant at) {
        User user = passwordReplaced(userId);
        publisher.publish(user, saved -> UserEvents.passwordReset(saved, login, sessionsEnded, at));
    }

    private User passwordReplaced(UUID userId) {
        User user = users.lock(userId).orElseThrow();
        user.passwordReplaced();
        return user;
    }

    /** @param expectedVersion the version the person looked at; null to change whatever it is */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProfileOutcome change(
            UUID userId, Login login, @Nullable Long expectedVersion, ProfileChange change, Instant at) {
        Optional<User> found = users.lock(userId);
        if (found.isEmpty()) {
            return new NotThere();
        }
        User user = found.get();
        if (expectedVersion != null && expectedVersion != user.version()) {
            return new ChangedMeanwhile();
        }
        Set<ProfileDetail> changed = user.change(change);
        if (!changed.isEmpty()) {
            publisher.publish(user, saved -> UserEvents.profileUpdated(saved, login, changed, at));
        }
        return new Saved();
    }
}
