package io.abonent.simulators.provider;

import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.fault.CurrentFault;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.provider.PaymentBook.Created;
import io.abonent.simulators.provider.PaymentOrder.Checked;
import io.abonent.simulators.provider.ProviderPayment.Status;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The API the house calls. */
@RestController
@RequestMapping("/yookassa/v3/payments")
class PaymentsApi {

    private static final int KEY_LENGTH_MAX = 64;

    private final PaymentBook book;
    private final DecidingPayment deciding;
    private final AutomaticDecision automatic;
    private final ProviderProperties properties;
    private final SimulatorsProperties simulators;
    private final JsonMapper json;
    private final Clock clock;

    PaymentsApi(
            PaymentBook book,
            DecidingPayment deciding,
            AutomaticDecision automatic,
            ProviderProperties properties,
            SimulatorsProperties simulators,
            JsonMapper json,
            Clock clock) {
        this.book = book;
        this.deciding = deciding;
        this.automatic = automatic;
        this.properties = properties;
        this.simulators = simulators;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping
    PaymentObject create(
            @RequestHeader(name = "Idempotence-Key", required = false) @Nullable String key,
            @RequestBody PaymentOrder order,
            HttpServletRequest request) {
        String idempotenceKey = required(key);
        Checked checked = order.checked();
        if (CurrentFault.of(request).mode() == FaultMode.REFUSE) {
            throw new ProviderError(HttpStatus.FORBIDDEN, "forbidden", "The shop is blocked", null);
        }
        String hash = hashOf(checked);
        Created created = book.create(idempotenceKey, () -> payment(checked, idempotenceKey, hash));
        if (!created.payment().requestHash().equals(hash)) {
            throw ProviderError.invalid("Idempotence key was used for another request", "Idempotence-Key");
        }
        ProviderPayment payment =
                created.fresh() ? automatic.created(created.payment()) : deciding.current(created.payment());
        return view(payment);
    }

    @GetMapping("/{id}")
    PaymentObject find(@PathVariable String id) {
        return view(deciding.current(payment(id)));
    }

    /** Kinder than the original, which cancels held payments only: an open one can be called off too. */
    @PostMapping("/{id}/cancel")
    PaymentObject cancel(
            @PathVariable String id, @RequestHeader(name = "Idempotence-Key", required = false) @Nullable String key) {
        required(key);
        ProviderPayment canceled =
                deciding.decide(payment(id), Outcome.CANCELLED).payment();
        if (canceled.status() != Status.CANCELED) {
            throw ProviderError.invalid(
                    "Payment is already " + canceled.status().wire(), "payment_id");
        }
        return view(canceled);
    }

    @PostMapping("/{id}/capture")
    PaymentObject capture(
            @PathVariable String id, @RequestHeader(name = "Idempotence-Key", required = false) @Nullable String key) {
        required(key);
        ProviderPayment held = payment(id);
        if (held.status() == Status.PENDING || held.status() == Status.CANCELED) {
            throw ProviderError.invalid("Nothing is held for this payment", "payment_id");
        }
        return view(deciding.capture(held));
    }

    private ProviderPayment payment(String id) {
        return book.byId(id).orElseThrow(ProviderError::notFound);
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw ProviderError.invalid("Idempotence-Key is missing or too long", "Idempotence-Key");
        }
        return key;
    }

    private ProviderPayment payment(Checked order, String idempotenceKey, String hash) {
        Instant now = clock.instant();
        return new ProviderPayment(
                newId(),
                Status.PENDING,
                order.amountMinor(),
                order.amountMinor(),
                "RUB",
                order.description(),
                order.metadata(),
                order.method(),
                order.capture(),
                order.returnUrl(),
                now,
                now.plus(properties.paymentLifetime()),
                null,
                null,
                0,
                false,
                idempotenceKey,
                hash);
    }

    /** The original's ids look like this: a UUID with a fixed middle. */
    private static String newId() {
        String random = UUID.randomUUID().toString();
        return random.substring(0, 9) + "000f-5000-" + random.substring(19);
    }

    private String hashOf(Checked order) {
        try {
            byte[] body = json.writeValueAsString(order).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private PaymentObject view(ProviderPayment payment) {
        return PaymentObject.of(payment, simulators, properties.shopId());
    }
}
