package io.abonent.gateway.link;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Preview;
import io.abonent.gateway.service.AccountService.Supplier;
import io.abonent.gateway.service.AccountService.WantedAccount;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The number of the bill, whose home it is, and yes: three screens with one question each. */
@Controller
class LinkController {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_ALIAS = 40;

    private final AccountService accounts;
    private final Pages pages;

    LinkController(AccountService accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/accounts/link/{supplierId}")
    ModelAndView number(@PathVariable UUID supplierId) {
        return number(accounts.supplier(supplierId), "");
    }

    @PostMapping("/accounts/link/{supplierId}")
    ModelAndView preview(@PathVariable UUID supplierId, @RequestParam(defaultValue = "") String number) {
        Supplier supplier = accounts.supplier(supplierId);
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return number(supplier, "").addObject("missing", true);
        }
        return switch (Answer.of(() -> accounts.preview(new WantedAccount(supplierId, number)))) {
            case Answer.Given<Preview>(Preview preview) -> confirm(supplier, number, preview);
            case Answer.Refused<Preview>(Refusal refusal) ->
                // The supplier's silence is no reason to start again: the account can wait for it.
                refusal.is("SUPPLIER_UNAVAILABLE")
                        ? confirm(supplier, number, null)
                        : number(supplier, number).addObject("refusal", refusal);
            case Answer.Absent<Preview> absent -> absent(number(supplier, number));
        };
    }

    @PostMapping("/accounts/link/{supplierId}/confirm")
    ModelAndView link(
            @PathVariable UUID supplierId,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String alias,
            @RequestParam IdempotencyKey key) {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return pages.redirect("/accounts/link/" + supplierId);
        }
        String name = alias.strip();
        WantedAccount wanted = new WantedAccount(
                supplierId, number, name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_ALIAS)));
        return switch (Answer.of(() -> accounts.link(key, wanted))) {
            case Answer.Given<Link>(Link link) ->
                link.status() == LinkStatus.ACTIVE
                        ? pages.redirect(new LocalPath("/home"), "link.linked")
                        : pages.redirect("/accounts/" + link.linkId());
            case Answer.Refused<Link>(Refusal refusal) -> refused(supplierId, number, refusal);
            case Answer.Absent<Link> absent ->
                absent(confirm(accounts.supplier(supplierId), number, null)
                        .addObject("alias", name)
                        .addObject("key", key));
        };
    }

    private ModelAndView refused(UUID supplierId, String number, Refusal refusal) {
        String linkId = refusal.text("linkId");
        if (refusal.is("ALREADY_LINKED") && linkId != null) {
            return pages.redirect(new LocalPath("/accounts/" + linkId), "link.already");
        }
        return number(accounts.supplier(supplierId), number).addObject("refusal", refusal);
    }

    private static ModelAndView number(Supplier supplier, String number) {
        return new ModelAndView("link/number").addObject("supplier", supplier).addObject("number", number);
    }

    /** @param preview absent if the supplier does not answer */
    private static ModelAndView confirm(Supplier supplier, String number, @Nullable Preview preview) {
        return new ModelAndView("link/confirm")
                .addObject("supplier", supplier)
                .addObject("number", number)
                .addObject("preview", preview);
    }

    private static ModelAndView absent(ModelAndView page) {
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page.addObject("absent", true);
    }
}
