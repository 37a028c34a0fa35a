package io.abonent.gateway.reading;

import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.Meters;
import io.abonent.gateway.service.BillingService.ReadingHistory;
import io.abonent.gateway.service.SideBySide;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Everything that was ever handed in for one meter, a page at a time. */
@Controller
class MeterReadingsController {

    private static final int PAGE = 24;

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;

    MeterReadingsController(AccountService accounts, BillingService billing, SideBySide sideBySide) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
    }

    @GetMapping("/accounts/{linkId}/meters/{meterId}/readings")
    ModelAndView readings(
            @PathVariable UUID linkId,
            @PathVariable UUID meterId,
            @RequestParam(required = false) @Nullable UUID cursor) {
        String from = cursor == null ? null : cursor.toString();
        Asked<ReadingHistory> asked = sideBySide.ask(() -> billing.readings(meterId, from, PAGE));
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ModelAndView page =
                new ModelAndView("reading/meter").addObject("link", link).addObject("first", cursor == null);
        Answer<Meters> meters = Answer.of(() -> billing.meters(account));
        if (!(meters instanceof Answer.Given<Meters>(Meters given))) {
            return page.addObject("away", true);
        }
        Meter meter = given.items().stream()
                .filter(one -> one.meterId().equals(meterId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ReadingHistory history = asked.answer().orNull();
        return page.addObject("meter", meter)
                .addObject("away", history == null)
                .addObject(
                        "entries",
                        history == null
                                ? List.of()
                                : history.items().stream()
                                        .map(reading -> new PastReadings.Entry(meter, reading))
                                        .toList())
                .addObject("next", history == null ? null : history.nextCursor());
    }
}
