package io.abonent.account.link;

import io.abonent.account.consent.ConsentGate;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/account-links")
class AccountLinkController {

    private final AskingSupplier asking;
    private final LinkingAccount linking;
    private final RenamingLink renaming;
    private final EndingLinks ending;
    private final LinkViews views;
    private final ConsentGate gate;
    private final Idempotency idempotency;

    AccountLinkController(
            AskingSupplier asking,
            LinkingAccount linking,
            RenamingLink renaming,
            EndingLinks ending,
            LinkViews views,
            ConsentGate gate,
            Idempotency idempotency) {
        this.asking = asking;
        this.linking = linking;
        this.renaming = renaming;
        this.ending = ending;
        this.views = views;
        this.gate = gate;
        this.idempotency = idempotency;
    }

    record RenameRequest(@Nullable @Size(max = 40) String alias) {}

    @Idempotent
    @PostMapping
    @ApiResponse(responseCode = "201", description = "Linked")
    @ApiResponse(responseCode = "202", description = "The supplier does not answer; it will be asked again")
    ResponseEntity<AccountLinkView> link(
            CurrentUser user, @Valid @RequestBody LinkAccountRequest request, ClientAddress from, Locale locale) {
        AskingSupplier.Answered answer =
                switch (asking.ask(user, request.supplierId(), request.accountNumber(), from)) {
                    case AskingSupplier.Answered answered -> answered;
                    case LinkRefused refused -> throw LinkProblems.of(refused, locale);
                };
        return idempotency.commit(() -> switch (linking.link(user.userId(), answer, request.cleanAlias())) {
            case LinkingAccount.Linked linked -> answer(HttpStatus.CREATED, linked.link());
            case LinkingAccount.Waiting waiting -> answer(HttpStatus.ACCEPTED, waiting.link());
            case LinkRefused refused -> throw LinkProblems.of(refused, locale);
        });
    }

    @GetMapping
    AccountLinkView.AccountLinkItems mine(CurrentUser user) {
        passGate(user);
        return new AccountLinkView.AccountLinkItems(views.of(user.userId()));
    }

    @GetMapping("/{linkId}")
    ResponseEntity<AccountLinkView> one(CurrentUser user, @PathVariable UUID linkId) {
        passGate(user);
        return views.find(user.userId(), linkId)
                .map(AccountLinkController::tagged)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @PatchMapping("/{linkId}")
    ResponseEntity<AccountLinkView> rename(
            CurrentUser user,
            @PathVariable UUID linkId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RenameRequest request) {
        passGate(user);
        return switch (renaming.rename(user.userId(), linkId, Aliases.clean(request.alias()), version(ifMatch))) {
            case RenamingLink.Outcome.Renamed renamed -> tagged(renamed.link());
            case RenamingLink.Outcome.NotThere none -> throw new ProblemException(PlatformProblem.NOT_FOUND);
            case RenamingLink.Outcome.Changed changed -> throw new ProblemException(PlatformProblem.VERSION_CONFLICT);
        };
    }

    /** Open to those who have not signed: ending the use of one's data needs no consent. */
    @DeleteMapping("/{linkId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(CurrentUser user, @PathVariable UUID linkId) {
        if (!ending.unlink(user.userId(), linkId)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    private void passGate(CurrentUser user) {
        if (!gate.pass(user).open()) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
    }

    private static ResponseEntity<AccountLinkView> answer(HttpStatus status, AccountLinkView link) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/account-links/" + link.linkId()))
                .body(link);
    }

    private static ResponseEntity<AccountLinkView> tagged(LinkViews.Versioned link) {
        return ResponseEntity.ok().eTag("\"" + link.version() + "\"").body(link.view());
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException notOurs) {
            // An ETag this service never gave cannot be the current one.
            return -1L;
        }
    }
}
