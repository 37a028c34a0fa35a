package io.abonent.simulators.backoffice;

import io.abonent.simulators.backoffice.Books.LastReading;
import io.abonent.simulators.backoffice.CustomerAccount.AccessMethod;
import io.abonent.simulators.backoffice.CustomerAccount.Line;
import io.abonent.simulators.backoffice.CustomerAccount.Meter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the supplier knows about an account. */
@RestController
@RequestMapping("/back-office/{supplier}/accounts")
class AccountController {

    private static final String CURRENCY = "RUB";

    private final Desk desk;
    private final AccountReferences references;
    private final Books books;
    private final Clock clock;

    AccountController(Desk desk, AccountReferences references, Books books, Clock clock) {
        this.desk = desk;
        this.references = references;
        this.books = books;
        this.clock = clock;
    }

    record AccountView(String accountRef, String number, String address, String status, String currency) {}

    record AccessQuestion(
            @Nullable AccessMethod method, @Nullable String secret) {}

    record AccessAnswer(boolean match) {}

    record BalanceView(long debtMinor, long creditMinor, String currency, Instant asOf, List<Line> lines) {}

    record PreviousView(String value, LocalDate date) {}

    record RegisterView(String code, String unit, @Nullable PreviousView previous) {}

    record MeterView(
            String serial, String model, int digits, LocalDate calibrationDueOn, List<RegisterView> registers) {}

    record MetersView(List<MeterView> items) {}

    @GetMapping
    AccountView byNumber(@PathVariable String supplier, @RequestParam String number) {
        CustomerAccount account = desk.byNumber(supplier, number);
        String status = account.open() ? "OPEN" : "CLOSED";
        return new AccountView(references.of(account), account.number(), account.address(), status, CURRENCY);
    }

    @PostMapping("/{reference}/access-checks")
    AccessAnswer check(
            @PathVariable String supplier, @PathVariable String reference, @RequestBody AccessQuestion question) {
        CustomerAccount account = desk.byReference(supplier, reference);
        AccessMethod method = question.method();
        String secret = question.secret();
        if (method == null || secret == null) {
            throw BackOfficeRefusal.malformed("MALFORMED");
        }
        if (!account.offers(method)) {
            throw BackOfficeRefusal.rule("METHOD_NOT_OFFERED");
        }
        return new AccessAnswer(account.knows(method, secret));
    }

    @GetMapping("/{reference}/balance")
    BalanceView balance(@PathVariable String supplier, @PathVariable String reference) {
        CustomerAccount account = desk.byReference(supplier, reference);
        long debt = books.debtMinor(account);
        List<Line> lines = books.linesDue(account, debt);
        return new BalanceView(Math.max(0, debt), Math.max(0, -debt), CURRENCY, clock.instant(), lines);
    }

    @GetMapping("/{reference}/meters")
    MetersView meters(@PathVariable String supplier, @PathVariable String reference) {
        CustomerAccount account = desk.byReference(supplier, reference);
        return new MetersView(
                account.meters().stream().map(meter -> view(account, meter)).toList());
    }

    private MeterView view(CustomerAccount account, Meter meter) {
        LastReading last = books.lastReading(account, meter);
        PreviousView previous =
                last == null ? null : new PreviousView(last.value().toPlainString(), last.date());
        return new MeterView(
                meter.serial(),
                meter.model(),
                meter.digits(),
                meter.calibrationDueOn(),
                List.of(new RegisterView(ReadingRules.REGISTER, meter.unit(), previous)));
    }
}
