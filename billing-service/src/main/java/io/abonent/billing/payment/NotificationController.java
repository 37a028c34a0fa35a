package io.abonent.billing.payment;

import io.abonent.billing.work.WorkQueue;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider's knock on the door. It is unsigned, so it is a hint and no more: the payment is looked up at the
 * provider by work that survives a kill. A forged one costs one index look-up.
 */
@RestController
class NotificationController {

    private static final int MAX_BYTES = 16 * 1024;

    private final Payments payments;
    private final WorkQueue work;
    private final JsonMapper json;

    NotificationController(Payments payments, WorkQueue work, JsonMapper json) {
        this.payments = payments;
        this.work = work;
        this.json = json;
    }

    @Operation(summary = "The payment provider says that something happened to a payment")
    @PostMapping("/api/v1/payment-notifications")
    ResponseEntity<Void> notified(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new ProblemException(PlatformProblem.BODY_TOO_LARGE);
        }
        ProviderHint hint =
                ProviderHint.parse(json, body).orElseThrow(() -> new ProblemException(PlatformProblem.REQUEST_INVALID));
        // Also before the provider's answer to the order has been saved: then our own id in it finds the payment.
        Optional<UUID> paymentId = payments.idOfProviderPayment(hint.providerPaymentId())
                .or(() -> hint.paymentId().flatMap(payments::find).map(payment -> payment.paymentId));
        paymentId.ifPresent(id -> work.hurry(FollowingPayment.TASK, id));
        return ResponseEntity.ok().build();
    }
}
