package io.abonent.gateway.reading;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.Meters;
import io.abonent.gateway.service.BillingService.ReadingResult;
import io.abonent.gateway.service.BillingService.ReadingResults;
import io.abonent.gateway.service.BillingService.Readings;
import io.abonent.gateway.service.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All meters of an account on one page. Each reading is judged alone: what was taken stays taken. */
@Controller
class ReadingController {

    private final AccountService accounts;
    private final BillingService billing;
    private final PastReadings past;
    private final FormKeys keys;
    private final Pages pages;

    ReadingController(AccountService accounts, BillingService billing, PastReadings past, FormKeys keys, Pages pages) {
        this.accounts = accounts;
        this.billing = billing;
        this.past = past;
        this.keys = keys;
        this.pages = pages;
    }

    @GetMapping("/accounts/{linkId}/readings")
    ModelAndView form(@PathVariable UUID linkId, @RequestParam(defaultValue = "false") boolean sent) {
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null) {
            return pages.redirect("/accounts/" + linkId);
        }
        Answer<Meters> meters = Answer.of(() -> billing.meters(account));
        Meters given = meters.orNull();
        List<MeterForm> forms = given == null
                ? List.of()
                : given.items().stream().map(MeterForm::empty).toList();
        return page(link, meters, forms, keys.fresh()).addObject("sent", sent);
    }

    @PostMapping("/accounts/{linkId}/readings")
    ModelAndView submit(
            @PathVariable UUID linkId, @RequestParam IdempotencyKey key, @RequestParam Map<String, String> fields) {
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null) {
            return pages.redirect("/accounts/" + linkId);
        }
        Answer<Meters> meters = Answer.of(() -> billing.meters(account));
        Meters given = meters.orNull();
        if (given == null) {
            return page(link, meters, List.of(), key.value());
        }
        List<MeterForm> forms = given.items().stream()
                .map(meter -> MeterForm.typed(meter, fields))
                .toList();
        if (forms.stream().allMatch(MeterForm::isBlank)) {
            return wrong(page(link, meters, forms, keys.fresh()).addObject("blank", true));
        }
        if (forms.stream().anyMatch(form -> form.error() != null)) {
            return wrong(page(link, meters, forms, keys.fresh()));
        }
        return hand(link, meters, forms, key, fields);
    }

    private ModelAndView hand(
            Link link, Answer<Meters> meters, List<MeterForm> forms, IdempotencyKey key, Map<String, String> fields) {
        Readings readings = new Readings(forms.stream()
                .filter(MeterForm::ready)
                .map(form -> form.reading(fields))
                .toList());
        return switch (Answer.of(() -> billing.submit(key, readings))) {
            case Answer.Given(ReadingResults results) -> judged(link, meters, forms, results);
            case Answer.Refused(var refusal) ->
                wrong(page(link, meters, forms, keys.fresh()).addObject("refusal", refusal));
            case Answer.Absent<ReadingResults> away ->
                // With the same key nothing is handed in twice.
                page(link, meters, forms, key.value()).addObject("absent", away.outcomeUnknown() ? "unknown" : "away");
        };
    }

    private ModelAndView judged(Link link, Answer<Meters> meters, List<MeterForm> forms, ReadingResults results) {
        Map<UUID, ReadingResult> byMeter = results.results().stream()
                .collect(Collectors.toMap(ReadingResult::meterId, Function.identity(), (one, other) -> other));
        List<MeterForm> after = forms.stream()
                .map(form -> {
                    ReadingResult result = byMeter.get(form.meter().meterId());
                    return result == null ? form : form.withResult(result);
                })
                .toList();
        if (after.stream().allMatch(form -> form.error() == null)) {
            return pages.redirect("/accounts/" + link.linkId() + "/readings?sent=true");
        }
        return wrong(page(link, meters, after, keys.fresh()));
    }

    /** The part of the page that moves: what was handed in and is not decided. */
    @GetMapping("/accounts/{linkId}/readings/history")
    ModelAndView history(@PathVariable UUID linkId) {
        if (!Pages.isFragment()) {
            return pages.redirect("/accounts/" + linkId + "/readings");
        }
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        Answer<Meters> meters =
                account == null ? new Answer.Given<>(new Meters(List.of())) : Answer.of(() -> billing.meters(account));
        return new ModelAndView("reading/readings :: history")
                .addObject("link", link)
                .addObject("past", past(meters.orNull()));
    }

    private ModelAndView page(Link link, Answer<Meters> meters, List<MeterForm> forms, String key) {
        Meters given = meters.orNull();
        return new ModelAndView("reading/readings")
                .addObject("link", link)
                .addObject("away", given == null)
                .addObject("forms", forms)
                .addObject("window", window(given))
                .addObject("past", past(given))
                .addObject("key", key);
    }

    private PastReadings.@Nullable Shown past(@Nullable Meters meters) {
        return meters == null ? null : past.of(meters.items());
    }

    /** The same for all meters of an account: it is the supplier's. */
    private static BillingService.@Nullable Window window(@Nullable Meters meters) {
        return meters == null
                ? null
                : meters.items().stream().map(Meter::window).findFirst().orElse(null);
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
