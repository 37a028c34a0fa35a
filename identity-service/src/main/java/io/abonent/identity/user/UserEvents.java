package io.abonent.identity.user;

import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.ProfileField;
import io.abonent.contracts.identity.ProfileUpdated;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.identity.login.Login;
import java.time.Instant;
import java.util.Set;

/** Users as other services see them. Each event carries the whole public state: the topic keeps only the last one. */
final class UserEvents {

    private UserEvents() {}

    static UserRegistered registered(User user, Login login) {
        return new UserRegistered(
                user.id(), type(login), login.masked(), user.locale(), user.registeredAt(), user.version());
    }

    static ProfileUpdated profileUpdated(User user, Login login, Set<ProfileDetail> changed, Instant at) {
        return new ProfileUpdated(
                user.id(),
                type(login),
                login.masked(),
                user.locale(),
                user.registeredAt(),
                changed.stream()
                        .map(detail -> ProfileField.valueOf(detail.name()))
                        .toList(),
                at,
                user.version());
    }

    static PasswordChanged passwordChanged(User user, Login login, int sessionsEnded, Instant at) {
        return new PasswordChanged(
                user.id(),
                type(login),
                login.masked(),
                user.locale(),
                user.registeredAt(),
                sessionsEnded,
                at,
                user.version());
    }

    static PasswordReset passwordReset(User user, Login login, int sessionsEnded, Instant at) {
        return new PasswordReset(
                user.id(),
                type(login),
                login.masked(),
                user.locale(),
                user.registeredAt(),
                sessionsEnded,
                at,
                user.version());
    }

    private static LoginType type(Login login) {
        return LoginType.valueOf(login.type().name());
    }
}
