package io.abonent.identity.signin;

import io.abonent.identity.credential.PasswordProblems;
import io.abonent.identity.token.Approval;
import io.abonent.identity.token.AuthorizationCodes;
import io.abonent.identity.token.Clients;
import io.abonent.identity.token.Clients.FirstPartyClient;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sign-in for gateways that draw their own screens (draft-ietf-oauth-first-party-apps): a password for a code, which the
 * token endpoint turns into tokens for whoever holds the PKCE verifier.
 */
@RestController
class ChallengeController {

    private final Clients clients;
    private final SigningIn signingIn;
    private final AuthorizationCodes codes;
    private final AuthSession authSession;

    ChallengeController(Clients clients, SigningIn signingIn, AuthorizationCodes codes, AuthSession authSession) {
        this.clients = clients;
        this.signingIn = signingIn;
        this.codes = codes;
        this.authSession = authSession;
    }

    @PostMapping(path = "/oauth2/authorize-challenge", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<ChallengeAnswer> challenge(
            @RequestParam MultiValueMap<String, String> form, HttpServletRequest request) {
        ChallengeRequest challenge = new ChallengeRequest(form);
        // A query string ends up in logs of every proxy on the way.
        if (request.getQueryString() != null || !challenge.isWellFormed()) {
            return invalid("invalid_request", "Send each parameter once, in the body.");
        }
        Optional<FirstPartyClient> client = challenge.get("client_id").flatMap(clients::firstParty);
        if (client.isEmpty()) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    ChallengeAnswer.invalid("unauthorized_client", "This client may not use the challenge endpoint."));
        }
        return begun(challenge, client.get(), ClientAddress.of(request.getRemoteAddr()));
    }

    private ResponseEntity<ChallengeAnswer> begun(
            ChallengeRequest request, FirstPartyClient client, ClientAddress address) {
        Optional<String> resumed = request.get("auth_session");
        if (resumed.isPresent()) {
            return authSession
                    .open(resumed.get(), client.clientId())
                    .map(before -> signIn(
                            request,
                            client,
                            request.codeChallenge().orElse(before.codeChallenge()),
                            before.scopes(),
                            address))
                    .orElseGet(() -> invalid("invalid_session", "Begin again without auth_session."));
        }
        Optional<String> codeChallenge = request.codeChallenge();
        Optional<Set<String>> scopes = request.scopes(client);
        if (codeChallenge.isEmpty()) {
            return invalid("invalid_request", "code_challenge with code_challenge_method=S256 is required.");
        }
        if (scopes.isEmpty()) {
            return invalid("invalid_scope", "This client may not have one of the scopes.");
        }
        return signIn(request, client, codeChallenge.get(), scopes.get(), address);
    }

    private ResponseEntity<ChallengeAnswer> signIn(
            ChallengeRequest request,
            FirstPartyClient client,
            String codeChallenge,
            Set<String> scopes,
            ClientAddress address) {
        String session = authSession.seal(client.clientId(), codeChallenge, scopes);
        Optional<String> username = request.get("username");
        Optional<String> password = request.get("password");
        if (username.isEmpty() || password.isEmpty()) {
            return answer(
                    HttpStatus.FORBIDDEN,
                    ChallengeAnswer.refused(
                            "insufficient_authorization", "username and password are needed.", session, null));
        }
        return switch (signingIn.signIn(username.get(), password.get(), address)) {
            case SignInOutcome.SignedIn signedIn ->
                answer(
                        HttpStatus.OK,
                        ChallengeAnswer.granted(codes.issue(new Approval(
                                signedIn.userId(),
                                client.clientId(),
                                null,
                                scopes,
                                codeChallenge,
                                null,
                                signedIn.at(),
                                signedIn.passwordGeneration()))));
            case SignInOutcome.Refused refused -> refused(refused, session);
        };
    }

    private static ResponseEntity<ChallengeAnswer> refused(SignInOutcome.Refused refused, String session) {
        return switch (refused) {
            case SignInOutcome.BadCredentials e -> denied("Login or password is wrong.", session, "BAD_CREDENTIALS");
            case SignInOutcome.Blocked e -> denied("The user is blocked.", session, "USER_BLOCKED");
            case SignInOutcome.Locked e -> later(e.retryAfter(), session, "USER_LOCKED");
            case SignInOutcome.TooMany e -> later(e.retryAfter(), session, "RATE_LIMITED");
            case SignInOutcome.Busy e ->
                comeBack(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        PasswordProblems.COME_BACK_AFTER.toSeconds(),
                        ChallengeAnswer.refused(
                                "temporarily_unavailable",
                                "Try again in a moment.",
                                session,
                                "TEMPORARILY_UNAVAILABLE"));
        };
    }

    private static ResponseEntity<ChallengeAnswer> denied(String description, String session, String code) {
        return answer(HttpStatus.FORBIDDEN, ChallengeAnswer.refused("access_denied", description, session, code));
    }

    private static ResponseEntity<ChallengeAnswer> later(Duration retryAfter, String session, String code) {
        return comeBack(
                HttpStatus.TOO_MANY_REQUESTS,
                retryAfter.toSeconds() + 1,
                ChallengeAnswer.refused("access_denied", "Too many attempts; try later.", session, code));
    }

    private static ResponseEntity<ChallengeAnswer> comeBack(HttpStatus status, long seconds, ChallengeAnswer body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static ResponseEntity<ChallengeAnswer> invalid(String error, String description) {
        return answer(HttpStatus.BAD_REQUEST, ChallengeAnswer.invalid(error, description));
    }

    private static ResponseEntity<ChallengeAnswer> answer(HttpStatus status, ChallengeAnswer body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
