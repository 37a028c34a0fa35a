package io.abonent.identity.credential;

import io.abonent.identity.credential.PasswordRefused.AgainstPolicy;
import io.abonent.identity.credential.PasswordRefused.NonLatin;
import io.abonent.identity.credential.PasswordRefused.TooCommon;
import io.abonent.identity.login.Login;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a password may be chosen for a login. */
@Component
public class PasswordRules {

    private final PasswordProfile profile;
    private final CommonPasswords common;

    PasswordRules(PasswordProperties properties, CommonPasswords common) {
        this.profile = properties.profile();
        this.common = common;
    }

    public Optional<PasswordRefused> refuses(String password, Login login) {
        if (!profile.allowsOtherScripts() && hasForeignLetter(password)) {
            return Optional.of(new NonLatin());
        }
        if (!profile.matches(password)) {
            return Optional.of(new AgainstPolicy(profile));
        }
        return common.contains(password, login) ? Optional.of(new TooCommon()) : Optional.empty();
    }

    private static boolean hasForeignLetter(String password) {
        return password.codePoints().anyMatch(point -> point > 127 && Character.isLetter(point));
    }
}
