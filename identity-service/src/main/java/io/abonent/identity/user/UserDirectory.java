package io.abonent.identity.user;

import io.abonent.identity.login.Login;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    public boolean maySignIn(UUID userId) {
        return users.findById(userId).map(User::maySignIn).orElse(false);
    }
}
