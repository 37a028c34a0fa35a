package io.abonent.simulators.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.provider.AutomaticDecision.Policy;
import io.abonent.simulators.provider.DecidingPayment.Decision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For checkers: choose how a payment ends. Not part of the provider's API. */
@RestController
class DecisionController {

    private final PaymentBook book;
    private final DecidingPayment deciding;
    private final AutomaticDecision automatic;
    private final ProviderProperties properties;
    private final SimulatorsProperties simulators;

    DecisionController(
            PaymentBook book,
            DecidingPayment deciding,
            AutomaticDecision automatic,
            ProviderProperties properties,
            SimulatorsProperties simulators) {
        this.book = book;
        this.deciding = deciding;
        this.automatic = automatic;
        this.properties = properties;
        this.simulators = simulators;
    }

    record Wish(@Nullable String outcome) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            @Nullable String paymentId,
            Outcome outcome,
            boolean granted,
            String status,
            boolean paid,
            PaymentObject payment) {}

    record PolicyWish(@Nullable String outcome, @Nullable Long afterMs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyView(@Nullable Outcome outcome, @Nullable Long afterMs) {

        static PolicyView of(@Nullable Policy policy) {
            return policy == null
                    ? new PolicyView(null, null)
                    : new PolicyView(policy.outcome(), policy.after().toMillis());
        }
    }

    @PostMapping("/payments/{id}/decision")
    ResponseEntity<View> decide(@PathVariable String id, @RequestBody Wish wish) {
        Outcome outcome = outcome(wish.outcome());
        ProviderPayment payment = book.byAnyId(id).orElseThrow(ProviderError::notFound);
        Decision decision = deciding.decide(payment, outcome);
        PaymentObject object = PaymentObject.of(decision.payment(), simulators, properties.shopId());
        View view = new View(
                object.id(),
                object.metadata().get("paymentId"),
                outcome,
                decision.granted(),
                object.status(),
                object.paid(),
                object);
        return ResponseEntity.status(decision.granted() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(view);
    }

    @GetMapping("/payments/policy")
    PolicyView policy() {
        return PolicyView.of(automatic.get());
    }

    /** Every payment ordered from now on is decided like this, {@code afterMs} after the order. */
    @PutMapping("/payments/policy")
    PolicyView setPolicy(@RequestBody PolicyWish wish) {
        long afterMs = wish.afterMs() == null ? 0 : Math.max(0, wish.afterMs());
        automatic.set(new Policy(outcome(wish.outcome()), Duration.ofMillis(afterMs)));
        return policy();
    }

    @DeleteMapping("/payments/policy")
    PolicyView dropPolicy() {
        automatic.set(null);
        return policy();
    }

    private static Outcome outcome(@Nullable String name) {
        return Outcome.of(name == null ? "" : name)
                .orElseThrow(() -> ProviderError.invalid("There is no outcome " + name, "outcome"));
    }
}
