package io.abonent.account.link;

import io.abonent.account.problem.AccountProblem;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.util.Locale;

/** Refusals as problems; for the controllers of this feature. */
final class LinkProblems {

    private LinkProblems() {}

    static ProblemException of(LinkRefused refused, Locale locale) {
        return switch (refused) {
            case LinkRefused.ConsentMissing none -> new ProblemException(PlatformProblem.CONSENT_REQUIRED);
            case LinkRefused.SupplierUnknown none -> new ProblemException(PlatformProblem.NOT_FOUND);
            case LinkRefused.SupplierNotAccepting none -> new ProblemException(AccountProblem.SUPPLIER_NOT_ACCEPTING);
            case LinkRefused.NumberFormat format -> {
                String hint = format.rule().hint().in(locale);
                yield new ProblemException(AccountProblem.ACCOUNT_NUMBER_FORMAT, hint)
                        .with("hint", hint)
                        .with("example", format.rule().example());
            }
            case LinkRefused.NotLinkable none -> new ProblemException(AccountProblem.ACCOUNT_NOT_LINKABLE);
            case LinkRefused.AlreadyLinked linked ->
                new ProblemException(AccountProblem.ALREADY_LINKED).with("linkId", linked.linkId());
            case LinkRefused.LimitReached limit -> new ProblemException(AccountProblem.LINK_LIMIT, limit.maxLinks());
            case LinkRefused.TooManyAttempts attempts ->
                new ProblemException(AccountProblem.ATTEMPTS_EXCEEDED).retryAfter(attempts.retryAfter());
        };
    }
}
