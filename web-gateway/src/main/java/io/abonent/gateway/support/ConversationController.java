package io.abonent.gateway.support;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.NotificationService;
import io.abonent.gateway.service.NotificationService.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One question with its answers, and what one has to add. */
@Controller
class ConversationController {

    private final NotificationService support;
    private final FormKeys keys;
    private final Pages pages;

    ConversationController(NotificationService support, FormKeys keys, Pages pages) {
        this.support = support;
        this.keys = keys;
        this.pages = pages;
    }

    @GetMapping("/support/{ticketId}")
    ModelAndView conversation(@PathVariable UUID ticketId) {
        return page(ticketId, "", keys.fresh());
    }

    @PostMapping("/support/{ticketId}")
    ModelAndView add(
            @PathVariable UUID ticketId,
            @RequestParam IdempotencyKey key,
            @RequestParam(required = false) @Nullable String text) {
        TypedText typed = TypedText.of(text);
        String wrong = typed.wrong();
        if (wrong != null) {
            ModelAndView again = page(ticketId, typed.value(), keys.fresh()).addObject("textError", wrong);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Answer<NotificationService.Message> added =
                Answer.of(() -> support.reply(key, ticketId, new Reply(typed.value())));
        return switch (added) {
            case Answer.Given<NotificationService.Message> given -> pages.redirect("/support/" + ticketId);
            case Answer.Refused(var refusal) ->
                page(ticketId, typed.value(), keys.fresh()).addObject("refusal", refusal);
            case Answer.Absent<NotificationService.Message> away ->
                page(ticketId, typed.value(), key.value()).addObject("absent", true);
        };
    }

    private ModelAndView page(UUID ticketId, String text, String key) {
        return new ModelAndView("support/conversation")
                .addObject("ticket", support.ticket(ticketId))
                .addObject("longest", TypedText.LONGEST)
                .addObject("text", text)
                .addObject("key", key);
    }
}
