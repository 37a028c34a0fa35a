package io.abonent.identity.credential;

import io.abonent.identity.IdentityProblem;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.time.Duration;

/** Tells people why a password may not be chosen, or not be hashed now; for the controllers of every form that has one. */
public final class PasswordProblems {

    /** When somebody may try again for whom {@link PasswordHashing} was too busy. */
    public static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private PasswordProblems() {}

    public static ProblemException busy() {
        return new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(COME_BACK_AFTER);
    }

    public static ProblemException of(PasswordRefused refused) {
        return switch (refused) {
            case PasswordRefused.NonLatin e -> new ProblemException(IdentityProblem.PASSWORD_NON_LATIN);
            case PasswordRefused.AgainstPolicy e ->
                new ProblemException(IdentityProblem.PASSWORD_POLICY, e.profile() == PasswordProfile.STRICT ? 1 : 0);
            case PasswordRefused.TooCommon e -> new ProblemException(IdentityProblem.PASSWORD_BREACHED);
        };
    }
}
