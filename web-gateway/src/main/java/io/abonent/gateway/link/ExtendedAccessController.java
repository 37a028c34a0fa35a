package io.abonent.gateway.link;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.AccessMethod;
import io.abonent.gateway.service.AccountService.Extended;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.Proof;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The extended version: the PIN of the bill or the meter's serial number. */
@Controller
class ExtendedAccessController {

    private static final int LONGEST_SECRET = 64;

    private final AccountService accounts;
    private final Pages pages;

    ExtendedAccessController(AccountService accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/accounts/{linkId}/extended")
    ModelAndView form(@PathVariable UUID linkId, @RequestParam(required = false) @Nullable AccessMethod method) {
        Link link = accounts.link(linkId);
        return link.extended() || !link.active() ? pages.redirect("/accounts/" + linkId) : form(link, method);
    }

    @PostMapping("/accounts/{linkId}/extended")
    ModelAndView extend(
            @PathVariable UUID linkId,
            @RequestParam AccessMethod method,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam IdempotencyKey key) {
        if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
            return form(accounts.link(linkId), method).addObject("missing", true);
        }
        return switch (Answer.of(() -> accounts.extend(key, linkId, new Proof(method, secret.strip())))) {
            case Answer.Given<Extended> extended ->
                pages.redirect(new LocalPath("/accounts/" + linkId), "link.extended");
            case Answer.Refused<Extended>(Refusal refusal) ->
                form(accounts.link(linkId), method).addObject("refusal", refusal);
            case Answer.Absent<Extended> absent -> {
                ModelAndView page = form(accounts.link(linkId), method)
                        .addObject("absent", true)
                        .addObject("key", key);
                page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
                yield page;
            }
        };
    }

    /** One question per screen: with two methods the first question is which. */
    private ModelAndView form(Link link, @Nullable AccessMethod chosen) {
        List<AccessMethod> offered = accounts.supplier(link.supplierId()).accessMethods().stream()
                .filter(method -> method != AccessMethod.UNKNOWN)
                .toList();
        AccessMethod method =
                chosen != null && offered.contains(chosen) ? chosen : offered.size() == 1 ? offered.getFirst() : null;
        return new ModelAndView("link/extended")
                .addObject("link", link)
                .addObject("methods", offered)
                .addObject("method", method);
    }
}
