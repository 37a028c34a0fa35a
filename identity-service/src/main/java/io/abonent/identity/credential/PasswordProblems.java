package io.abonent.identity.credential;

import io.abonent.identity.IdentityProblem;
import io.abonent.platform.problem.ProblemException;

/** Tells people why a password may not be chosen; for the controllers of every form that has one. */
public final class PasswordProblems {

    private PasswordProblems() {}

    public static ProblemException of(PasswordRefused refused) {
        return switch (refused) {
            case PasswordRefused.NonLatin e -> new ProblemException(IdentityProblem.PASSWORD_NON_LATIN);
            case PasswordRefused.AgainstPolicy e ->
                new ProblemException(IdentityProblem.PASSWORD_POLICY, e.profile() == PasswordProfile.STRICT ? 1 : 0);
            case PasswordRefused.TooCommon e -> new ProblemException(IdentityProblem.PASSWORD_BREACHED);
        };
    }
}
