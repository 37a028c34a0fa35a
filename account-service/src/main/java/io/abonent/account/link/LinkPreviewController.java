package io.abonent.account.link;

import io.abonent.account.problem.AccountProblem;
import io.abonent.account.supplier.AccountLookup;
import io.abonent.account.supplier.AccountNumberRule;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows whose home a number belongs to, masked, before anything is linked: a typing mistake is seen in time. */
@RestController
class LinkPreviewController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final AskingSupplier asking;

    LinkPreviewController(AskingSupplier asking) {
        this.asking = asking;
    }

    record PreviewRequest(
            @NotNull UUID supplierId,

            @NotBlank @Size(max = AccountNumberRule.MAX_INPUT)
            String accountNumber) {

        @Override
        public String toString() {
            return "PreviewRequest[" + supplierId + "]";
        }
    }

    /** @param address masked */
    record Preview(
            UUID supplierId, String supplierName, String accountNumber, String accountNumberDisplay, String address) {}

    /** Nothing is kept but the count of attempts, which it shares with linking. */
    @PostMapping("/api/v1/account-link-previews")
    Preview preview(CurrentUser user, @Valid @RequestBody PreviewRequest request, ClientAddress from, Locale locale) {
        AskingSupplier.Answered answer =
                switch (asking.ask(user, request.supplierId(), request.accountNumber(), from)) {
                    case AskingSupplier.Answered answered -> answered;
                    case LinkRefused refused -> throw LinkProblems.of(refused, locale);
                };
        return switch (answer.lookup()) {
            case AccountLookup.Found found ->
                new Preview(
                        answer.supplier().id(),
                        answer.supplier().profile().name(),
                        answer.accountNumber(),
                        answer.supplier().profile().accountNumbers().display(answer.accountNumber()),
                        MaskedAddress.of(found.address()));
            case AccountLookup.NotFound none -> throw new ProblemException(AccountProblem.ACCOUNT_NOT_LINKABLE);
            case AccountLookup.Unavailable unavailable ->
                throw new ProblemException(AccountProblem.SUPPLIER_UNAVAILABLE).retryAfter(RETRY_AFTER);
        };
    }
}
