package io.abonent.identity.verification;

import io.abonent.identity.login.LoginType;

/** How a message reaches its target, in the words of the API. */
public enum MessageChannel {
    SMS,
    EMAIL;

    static MessageChannel to(LoginType type) {
        return switch (type) {
            case PHONE -> SMS;
            case EMAIL -> EMAIL;
        };
    }
}
