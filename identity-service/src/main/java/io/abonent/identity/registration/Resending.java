package io.abonent.identity.registration;

import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.Issue.TooSoon;
import io.abonent.identity.verification.Issue.Unknown;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Sends a new code for the same form; the old one is worth nothing from then on. */
@Service
class Resending {

    private final Registrations registrations;
    private final Verifying verifying;
    private final AddressLimits limits;
    private final Clock clock;

    Resending(Registrations registrations, Verifying verifying, AddressLimits limits, Clock clock) {
        this.registrations = registrations;
        this.verifying = verifying;
        this.limits = limits;
        this.clock = clock;
    }

    Issue resend(VerificationId id, ClientAddress address) {
        return registrations
                .findById(id.value())
                .filter(registration -> !registration.isExpired(clock.instant()))
                .map(registration -> resend(registration, address))
                .orElseGet(Unknown::new);
    }

    private Issue resend(Registration registration, ClientAddress address) {
        return switch (limits.guess(address)) {
            case Allowance.Refused refused -> new TooSoon(refused.retryAfter());
            case Allowance.Granted granted ->
                switch (limits.message(registration.login(), address)) {
                    case Allowance.Refused refused -> new TooSoon(refused.retryAfter());
                    case Allowance.Granted alsoGranted -> verifying.resend(registration.id());
                };
        };
    }
}
