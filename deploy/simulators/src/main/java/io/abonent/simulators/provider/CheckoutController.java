package io.abonent.simulators.provider;

import io.abonent.simulators.QrPicture;
import io.abonent.simulators.Roubles;
import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.provider.ProviderPayment.Method;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The provider's payment page: the payer sees the sum, decides, and goes back to the house. */
@Controller
class CheckoutController {

    private final PaymentBook book;
    private final DecidingPayment deciding;
    private final SimulatorsProperties simulators;

    CheckoutController(PaymentBook book, DecidingPayment deciding, SimulatorsProperties simulators) {
        this.book = book;
        this.deciding = deciding;
        this.simulators = simulators;
    }

    @GetMapping("/checkout/{id}")
    ModelAndView page(@PathVariable String id) {
        ProviderPayment payment = deciding.current(payment(id));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("payment", payment);
        model.put("amount", Roubles.format(payment.amountMinor()));
        model.put("open", payment.status() == ProviderPayment.Status.PENDING);
        model.put("sbp", payment.method() == Method.SBP);
        model.put("until", time(payment));
        model.put("qr", QrPicture.of(simulators.publicUrl("/checkout/" + payment.id())));
        return new ModelAndView("checkout", model);
    }

    @PostMapping("/checkout/{id}")
    ResponseEntity<Void> decide(@PathVariable String id, @RequestParam String decision) {
        ProviderPayment payment = payment(id);
        Outcome outcome =
                Outcome.of(decision).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "decision"));
        deciding.decide(payment, outcome);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", payment.returnUrl())
                .build();
    }

    private ProviderPayment payment(String id) {
        return book.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String time(ProviderPayment payment) {
        return payment.expiresAt().atZone(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}
