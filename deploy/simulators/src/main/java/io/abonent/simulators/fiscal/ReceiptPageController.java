package io.abonent.simulators.fiscal;

import io.abonent.simulators.QrPicture;
import io.abonent.simulators.Roubles;
import io.abonent.simulators.fiscal.ReceiptOrder.Item;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The fiscal data operator's page where the buyer finds the receipt. */
@Controller
class ReceiptPageController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private final RegisterMemory memory;
    private final FiscalProperties properties;
    private final Clock clock;

    ReceiptPageController(RegisterMemory memory, FiscalProperties properties, Clock clock) {
        this.memory = memory;
        this.properties = properties;
        this.clock = clock;
    }

    record Line(String name, String price, String quantity, String sum, String vat, String method, String object) {}

    @GetMapping("/ofd/{number}/{attribute}")
    ModelAndView receipt(@PathVariable long number, @PathVariable String attribute) {
        FiscalDocument document = memory.byNumber(number)
                .filter(found -> found.attribute().equals(attribute))
                .filter(found -> found.isReadyAt(clock.instant()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Item> items = Objects.requireNonNull(document.receipt().items());
        String qr = document.qr(properties.zone());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("document", document);
        model.put("refund", document.operation().equals("sell_refund"));
        model.put("lines", items.stream().map(ReceiptPageController::line).toList());
        model.put("taxes", taxes(items));
        model.put("total", roubles(document.total()));
        model.put("time", document.readyAt().atZone(properties.zone()).format(TIME));
        model.put("fn", FiscalDocument.FN_NUMBER);
        model.put("kkt", FiscalDocument.KKT_NUMBER);
        model.put("qrText", qr);
        model.put("qr", QrPicture.of(qr));
        return new ModelAndView("receipt", model);
    }

    private static Line line(Item item) {
        VatRate rate = item.vat() == null ? null : VatRate.of(item.vat().type());
        return new Line(
                Objects.requireNonNull(item.name()),
                roubles(Objects.requireNonNull(item.price())),
                Objects.requireNonNull(item.quantity()).stripTrailingZeros().toPlainString(),
                roubles(Objects.requireNonNull(item.sum())),
                rate == null ? "" : rate.title(),
                method(item.paymentMethod()),
                object(item.paymentObject()));
    }

    private static Map<String, String> taxes(List<Item> items) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Item item : items) {
            VatRate rate = item.vat() == null ? null : VatRate.of(item.vat().type());
            if (rate != null && item.sum() != null) {
                boolean untaxed = rate == VatRate.NONE;
                String title = untaxed ? "Сумма без НДС" : "в т. ч. " + rate.title();
                sums.merge(title, untaxed ? item.sum() : rate.within(item.sum()), BigDecimal::add);
            }
        }
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((title, sum) -> shown.put(title, roubles(sum)));
        return shown;
    }

    private static String method(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "full_prepayment" -> "Предоплата 100%";
            case "prepayment" -> "Предоплата";
            case "advance" -> "Аванс";
            case "full_payment" -> "Полный расчёт";
            case "partial_payment" -> "Частичный расчёт и кредит";
            case "credit" -> "Передача в кредит";
            case "credit_payment" -> "Оплата кредита";
            default -> "";
        };
    }

    private static String object(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "service", "4" -> "Услуга";
            case "commodity", "1" -> "Товар";
            case "payment", "10" -> "Платёж";
            default -> "";
        };
    }

    private static String roubles(BigDecimal sum) {
        return Roubles.format(sum.movePointRight(2).longValue());
    }
}
