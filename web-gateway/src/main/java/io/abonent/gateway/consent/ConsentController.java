package io.abonent.gateway.consent;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.ConsentService;
import io.abonent.gateway.service.ConsentService.Consents;
import io.abonent.gateway.service.ConsentService.Document;
import io.abonent.gateway.service.ConsentService.Item;
import io.abonent.gateway.service.ConsentService.Signature;
import io.abonent.gateway.service.ConsentService.Signed;
import io.abonent.gateway.service.ConsentService.Status;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.session.EnteringPasswordAgain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The step between signing in and the cabinet: read the document, sign it. */
@Controller
class ConsentController {

    private final ConsentService consents;
    private final EnteringPasswordAgain passwordAgain;
    private final Pages pages;

    ConsentController(ConsentService consents, EnteringPasswordAgain passwordAgain, Pages pages) {
        this.consents = consents;
        this.passwordAgain = passwordAgain;
        this.pages = pages;
    }

    /** Leads to the document that is to be signed; with several there is a choice. */
    @GetMapping("/consent")
    ModelAndView next() {
        Consents all = consents.consents();
        List<Item> missing = all.items().stream()
                .filter(Item::required)
                .filter(item -> item.status() != Status.SIGNED)
                .toList();
        if (missing.isEmpty()) {
            return pages.redirect("/home");
        }
        if (missing.size() == 1) {
            return pages.redirect(
                    path(missing.getFirst().documentId(), missing.getFirst().version()));
        }
        return new ModelAndView("consent/consents").addObject("missing", missing);
    }

    @GetMapping("/consent/{documentId}/{version}")
    ModelAndView read(@PathVariable UUID documentId, @PathVariable int version, Locale locale) {
        return page(consents.document(documentId, version), locale);
    }

    @PostMapping("/consent/{documentId}/{version}")
    ModelAndView sign(
            @PathVariable UUID documentId,
            @PathVariable int version,
            @RequestParam String sha256,
            @RequestParam IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean agreed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!agreed) {
            return page(consents.document(documentId, version), locale).addObject("notAgreed", true);
        }
        return switch (Answer.of(() -> consents.sign(key, new Signature(documentId, version, sha256)))) {
            case Answer.Given<Signed> signed -> pages.redirect(new LocalPath("/home"), "consent.signed");
            case Answer.Refused<Signed>(Refusal refusal) ->
                switch (refusal.code()) {
                    case "SIGNATURE_EXPIRED" -> passwordAgain.andComeBack(path(documentId, version), request, response);
                    case "DOCUMENT_VERSION_OUTDATED" -> pages.redirect(new LocalPath("/consent"), "consent.outdated");
                    default ->
                        page(consents.document(documentId, version), locale).addObject("refusal", refusal);
                };
            case Answer.Absent<Signed> absent -> {
                ModelAndView page = page(consents.document(documentId, version), locale)
                        .addObject("absent", true)
                        .addObject("key", key);
                page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
                yield page;
            }
        };
    }

    private static LocalPath path(UUID documentId, int version) {
        return new LocalPath("/consent/" + documentId + "/" + version);
    }

    private static ModelAndView page(Document document, Locale locale) {
        ConsentService.Translation translation = document.translation();
        ModelAndView page = new ModelAndView("consent/document").addObject("document", document);
        if (translation == null || !translation.language().equals(locale.getLanguage())) {
            return page.addObject("heading", document.title()).addObject("text", DocumentText.of(document.text()));
        }
        return page.addObject("heading", translation.title())
                .addObject("text", DocumentText.of(translation.text()))
                .addObject("original", DocumentText.of(document.text()));
    }
}
