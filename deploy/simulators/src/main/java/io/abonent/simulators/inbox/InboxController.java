package io.abonent.simulators.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.simulators.inbox.Message.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The customer's phone and mailbox: JSON for programs, a page for people, at the same address. */
@Controller
class InboxController {

    private static final int LIMIT_MAX = 1_000;
    private static final int REFRESH_SECONDS = 5;
    private static final String SANDBOX =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param html whether the letter has an HTML alternative, at {@code /messages/{id}/html} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            Channel channel,
            String from,
            String to,
            @Nullable String subject,
            String text,
            boolean html,
            Instant at) {

        static View of(Message message) {
            return new View(
                    message.id(),
                    message.channel(),
                    message.from(),
                    message.to(),
                    message.subject(),
                    message.text(),
                    message.html() != null,
                    message.at());
        }
    }

    /** What a browser sends names text/html before anything else; who asks for anything at all gets JSON. */
    private static boolean prefersPage(String accept) {
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        return quality(wanted, MediaType.TEXT_HTML) > quality(wanted, MediaType.APPLICATION_JSON);
    }

    private static double quality(List<MediaType> wanted, MediaType type) {
        return wanted.stream()
                .filter(type::equalsTypeAndSubtype)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    @GetMapping("/messages")
    Object messages(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "true") boolean refresh) {
        boolean person = prefersPage(accept) && !"json".equals(format);
        List<Message> found = inbox.of(to, Math.clamp(limit, 1, LIMIT_MAX));
        if (!person) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(found.stream().map(View::of).toList());
        }
        List<MessageCard> cards = found.stream().map(MessageCard::of).toList();
        return new ModelAndView(
                "messages",
                Map.of(
                        "sms",
                        cards.stream()
                                .filter(card -> card.channel() == Channel.SMS)
                                .toList(),
                        "mail",
                        cards.stream()
                                .filter(card -> card.channel() == Channel.EMAIL)
                                .toList(),
                        "to",
                        to == null ? "" : Recipient.canonical(to),
                        "recipients",
                        recipients(),
                        "refreshSeconds",
                        refresh ? REFRESH_SECONDS : 0));
    }

    private List<String> recipients() {
        return inbox.of(null, 200).stream().map(Message::to).distinct().limit(8).toList();
    }

    @GetMapping("/messages/{id}")
    @ResponseBody
    View message(@PathVariable String id) {
        return View.of(find(id));
    }

    /** The letter as its sender drew it, in a sandbox: it is somebody else's HTML. */
    @GetMapping("/messages/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        String html = find(id).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", SANDBOX)
                .body(html);
    }

    @DeleteMapping("/messages")
    ResponseEntity<Void> clear() {
        inbox.clear();
        return ResponseEntity.noContent().build();
    }

    private Message find(String id) {
        Message message = inbox.find(id);
        if (message == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return message;
    }
}
