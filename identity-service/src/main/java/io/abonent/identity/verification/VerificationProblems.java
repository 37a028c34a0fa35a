package io.abonent.identity.verification;

import io.abonent.identity.IdentityProblem;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;

/** Tells people what is wrong with a code, a link or a request for one; for the controllers of every purpose. */
public final class VerificationProblems {

    private VerificationProblems() {}

    /** @param whenDone what is said if the proof was given before */
    public static ProblemException ofCode(Guess.Refused refused, IdentityProblem whenDone) {
        return switch (refused) {
            case Guess.Wrong wrong ->
                new ProblemException(IdentityProblem.CODE_INVALID, wrong.triesLeft())
                        .with("attemptsLeft", wrong.triesLeft());
            case Guess.Exhausted e -> new ProblemException(IdentityProblem.CODE_EXHAUSTED);
            case Guess.Expired e -> new ProblemException(IdentityProblem.CODE_EXPIRED);
            case Guess.Superseded e -> new ProblemException(IdentityProblem.CODE_SUPERSEDED);
            case Guess.AlreadyConfirmed e -> new ProblemException(whenDone);
            case Guess.Unknown e -> new ProblemException(PlatformProblem.NOT_FOUND);
        };
    }

    /** Somebody who holds a link that is worth nothing learns only that. */
    public static ProblemException ofLink(Guess.Refused refused, IdentityProblem whenDone) {
        return switch (refused) {
            case Guess.AlreadyConfirmed e -> new ProblemException(whenDone);
            case Guess.Wrong e -> new ProblemException(IdentityProblem.LINK_EXPIRED);
            case Guess.Exhausted e -> new ProblemException(IdentityProblem.LINK_EXPIRED);
            case Guess.Expired e -> new ProblemException(IdentityProblem.LINK_EXPIRED);
            case Guess.Superseded e -> new ProblemException(IdentityProblem.LINK_EXPIRED);
            case Guess.Unknown e -> new ProblemException(IdentityProblem.LINK_EXPIRED);
        };
    }

    public static ProblemException ofResend(Issue.Refused refused, IdentityProblem whenDone) {
        return switch (refused) {
            case Issue.TooSoon e ->
                new ProblemException(
                                IdentityProblem.RESEND_TOO_SOON, e.retryAfter().toSeconds() + 1)
                        .retryAfter(e.retryAfter());
            case Issue.AlreadyConfirmed e -> new ProblemException(whenDone);
            case Issue.Superseded e -> new ProblemException(IdentityProblem.CODE_SUPERSEDED);
            case Issue.Unknown e -> new ProblemException(PlatformProblem.NOT_FOUND);
        };
    }
}
