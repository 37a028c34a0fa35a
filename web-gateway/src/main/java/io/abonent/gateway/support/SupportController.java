package io.abonent.gateway.support;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.NotificationService;
import io.abonent.gateway.service.NotificationService.Category;
import io.abonent.gateway.service.NotificationService.Question;
import io.abonent.gateway.service.NotificationService.Ticket;
import io.abonent.gateway.service.NotificationService.Tickets;
import io.abonent.gateway.service.ServiceRefused;
import io.abonent.gateway.service.SideBySide;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking, and everything that was asked. */
@Controller
class SupportController {

    private static final int ON_A_PAGE = 20;

    private final NotificationService support;
    private final AccountService accounts;
    private final SideBySide sideBySide;
    private final FormKeys keys;
    private final Pages pages;

    SupportController(
            NotificationService support, AccountService accounts, SideBySide sideBySide, FormKeys keys, Pages pages) {
        this.support = support;
        this.accounts = accounts;
        this.sideBySide = sideBySide;
        this.keys = keys;
        this.pages = pages;
    }

    /** As it was typed, to be shown again with what was wrong. */
    record Draft(@Nullable Category category, @Nullable UUID linkId, String text) {}

    /** @param about what the page that led here was about */
    @GetMapping("/support")
    ModelAndView support(
            @RequestParam(required = false) @Nullable Category about,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(new Draft(about, account, ""), keys.fresh(), cursor);
    }

    @PostMapping("/support")
    ModelAndView ask(
            @RequestParam IdempotencyKey key,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable UUID linkId,
            @RequestParam(required = false) @Nullable String text) {
        TypedText typed = TypedText.of(text);
        Draft draft = new Draft(category, linkId, typed.value());
        String wrong = typed.wrong();
        if (category == null || wrong != null) {
            ModelAndView again = page(draft, keys.fresh(), null);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("textError", wrong)
                    .addObject("categoryError", category == null ? "support.category.empty" : null);
        }
        Answer<Ticket> asked = Answer.of(() -> support.open(key, new Question(category, typed.value(), linkId)));
        return switch (asked) {
            case Answer.Given(Ticket ticket) ->
                pages.redirect(new LocalPath("/support/" + ticket.ticketId()), "support.asked");
            case Answer.Refused(var refusal) -> page(draft, keys.fresh(), null).addObject("refusal", refusal);
            // The same key: if the question has arrived after all, the second try finds it.
            case Answer.Absent<Ticket> away -> page(draft, key.value(), null).addObject("absent", true);
        };
    }

    private ModelAndView page(Draft draft, String key, @Nullable String cursor) {
        Asked<Tickets> tickets = sideBySide.ask(() -> support.tickets(cursor, ON_A_PAGE));
        Asked<AccountService.Links> links = sideBySide.ask(accounts::links);
        return new ModelAndView("support/support")
                .addObject("draft", draft)
                .addObject("key", key)
                .addObject("categories", Category.values())
                .addObject("longest", TypedText.LONGEST)
                .addObject("links", linked(links))
                .addObject("tickets", tickets.answer());
    }

    /** Without a consent there are no accounts to choose from, and the question can be asked all the same. */
    private static List<Link> linked(Asked<AccountService.Links> asked) {
        try {
            AccountService.Links links = asked.answer().orNull();
            return links == null
                    ? List.of()
                    : links.items().stream().filter(Link::active).toList();
        } catch (ServiceRefused consentMissing) {
            return List.of();
        }
    }
}
