package io.abonent.identity.user;

import io.abonent.contracts.identity.UserRegistered;
import io.abonent.identity.login.Login;

/** Users as other services see them. */
final class UserEvents {

    private UserEvents() {}

    static UserRegistered registered(User user, Login login) {
        return new UserRegistered(
                user.id(),
                io.abonent.contracts.identity.LoginType.valueOf(login.type().name()),
                login.masked(),
                user.locale(),
                user.registeredAt(),
                user.version());
    }
}
