package io.abonent.gateway.link;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Links;
import io.abonent.gateway.service.AccountService.NumberCheck;
import io.abonent.gateway.service.AccountService.SupplierPage;
import io.abonent.gateway.service.AccountService.TypedNumber;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.SideBySide;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing the supplier, and help with its numbers. */
@Controller
class SupplierController {

    private static final int LONGEST_QUERY = 100;
    private static final int LONGEST_CURSOR = 400;
    private static final int LONGEST_NUMBER = 64;

    private final AccountService accounts;
    private final SideBySide sideBySide;

    SupplierController(AccountService accounts, SideBySide sideBySide) {
        this.accounts = accounts;
        this.sideBySide = sideBySide;
    }

    /** With htmx only the list, while the name is typed. */
    @GetMapping("/accounts/link")
    ModelAndView suppliers(
            @RequestParam(defaultValue = "") String query, @RequestParam(required = false) @Nullable String cursor) {
        String words = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        String from = cursor == null || cursor.length() > LONGEST_CURSOR ? null : cursor;
        Asked<SupplierPage> suppliers = sideBySide.ask(() -> accounts.suppliers(words, from));
        if (Pages.isFragment()) {
            return new ModelAndView("link/suppliers :: list")
                    .addObject("query", words)
                    .addObject("suppliers", suppliers.answer());
        }
        Answer<Links> mine = sideBySide.ask(accounts::links).answer();
        return new ModelAndView("link/suppliers")
                .addObject("query", words)
                .addObject("suppliers", suppliers.answer())
                .addObject("waiting", mine.orNull() == null ? List.of() : waiting(mine.orNull()))
                .addObject("first", mine instanceof Answer.Given<Links>(Links links) && none(links));
    }

    /** With htmx only, under the field, while the number is typed. */
    @PostMapping("/accounts/link/{supplierId}/help")
    ModelAndView help(@PathVariable UUID supplierId, @RequestParam(defaultValue = "") String number) {
        ModelAndView page = new ModelAndView("link/number :: help").addObject("number", number);
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return page;
        }
        Answer<NumberCheck> check = Answer.of(() -> accounts.checkNumber(supplierId, new TypedNumber(number)));
        return page.addObject("check", check.orNull());
    }

    private static boolean none(Links links) {
        return links.items().stream().noneMatch(Link::active);
    }

    private static List<Link> waiting(@Nullable Links links) {
        return links == null
                ? List.of()
                : links.items().stream()
                        .filter(link -> link.status() == LinkStatus.PENDING_SUPPLIER)
                        .toList();
    }
}
