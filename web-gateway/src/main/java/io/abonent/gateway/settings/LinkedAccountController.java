package io.abonent.gateway.settings;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Alias;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an account is called, and how to part from it. */
@Controller
class LinkedAccountController {

    /** As account-service takes it. */
    private static final int LONGEST_NAME = 40;

    private final AccountService accounts;
    private final Pages pages;

    LinkedAccountController(AccountService accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/settings/accounts/{linkId}")
    ModelAndView account(@PathVariable UUID linkId) {
        ResponseEntity<Link> answer = accounts.taggedLink(linkId);
        Link link = Objects.requireNonNull(answer.getBody());
        return page(link, link.alias(), answer.getHeaders().getETag());
    }

    /** @param etag of the account as it was when the form was drawn: what changed meanwhile elsewhere is not lost */
    @PostMapping("/settings/accounts/{linkId}")
    ModelAndView rename(
            @PathVariable UUID linkId,
            @RequestParam(required = false) @Nullable String alias,
            @RequestParam(required = false) @Nullable String etag) {
        String name = alias == null ? "" : alias.strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            ModelAndView again = page(accounts.link(linkId), name, etag).addObject("aliasError", true);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Answer<Link> renamed = Answer.of(() -> accounts.rename(linkId, etag, new Alias(name.isEmpty() ? null : name)));
        return switch (renamed) {
            case Answer.Given<Link> given ->
                pages.redirect(new LocalPath("/settings/accounts/" + linkId), "settings.account.saved");
            case Answer.Refused(var refusal) -> {
                ResponseEntity<Link> now = accounts.taggedLink(linkId);
                yield page(
                                Objects.requireNonNull(now.getBody()),
                                name,
                                now.getHeaders().getETag())
                        .addObject("refusal", refusal);
            }
            case Answer.Absent<Link> away ->
                page(accounts.link(linkId), name, etag).addObject("absent", true);
        };
    }

    /** A page that says what will happen: the button on it is the only way to unlink. */
    @GetMapping("/settings/accounts/{linkId}/unlink")
    ModelAndView confirmUnlinking(@PathVariable UUID linkId) {
        return new ModelAndView("settings/unlink").addObject("link", accounts.link(linkId));
    }

    @PostMapping("/settings/accounts/{linkId}/unlink")
    ModelAndView unlink(@PathVariable UUID linkId) {
        accounts.unlink(linkId);
        return pages.redirect(new LocalPath("/settings"), "settings.unlinked");
    }

    private static ModelAndView page(Link link, @Nullable String alias, @Nullable String etag) {
        return new ModelAndView("settings/account")
                .addObject("link", link)
                .addObject("alias", alias)
                .addObject("longest", LONGEST_NAME)
                .addObject("etag", etag);
    }
}
