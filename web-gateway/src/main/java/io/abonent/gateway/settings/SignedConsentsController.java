package io.abonent.gateway.settings;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.ConsentService;
import io.abonent.gateway.service.ConsentService.Document;
import io.abonent.gateway.service.ConsentService.Evidence;
import io.abonent.gateway.service.ConsentService.Item;
import io.abonent.gateway.service.ConsentService.Status;
import io.abonent.gateway.service.ConsentService.Withdrawn;
import io.abonent.gateway.service.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What was signed: to read, to keep with its evidence, to take back. */
@Controller
class SignedConsentsController {

    private final ConsentService consents;
    private final FormKeys keys;
    private final Pages pages;

    SignedConsentsController(ConsentService consents, FormKeys keys, Pages pages) {
        this.consents = consents;
        this.keys = keys;
        this.pages = pages;
    }

    @GetMapping("/settings/consents")
    ModelAndView all() {
        return new ModelAndView("settings/consents").addObject("consents", consents.consents());
    }

    @GetMapping("/settings/consents/{consentId}")
    ModelAndView one(@PathVariable UUID consentId) {
        Evidence evidence = consents.evidence(consentId);
        return new ModelAndView("settings/consent")
                .addObject("consent", mine(consentId).orElse(null))
                .addObject("evidence", evidence)
                .addObject("document", signed(evidence));
    }

    /** Byte for byte what was signed: its SHA-256 is the one in the evidence. */
    @GetMapping("/settings/consents/{consentId}/text")
    ResponseEntity<byte[]> text(@PathVariable UUID consentId) {
        Document document = signed(consents.evidence(consentId));
        return download(
                "consent-" + document.version() + ".txt",
                new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
                document.text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/settings/consents/{consentId}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable UUID consentId) {
        byte[] written = consents.evidenceAsWritten(consentId).getBytes(StandardCharsets.UTF_8);
        return download("consent-evidence.json", MediaType.APPLICATION_JSON, written);
    }

    /** Says what closes, before anything does. */
    @GetMapping("/settings/consents/{consentId}/withdraw")
    ModelAndView confirmWithdrawal(@PathVariable UUID consentId) {
        return confirmation(consentId, keys.fresh());
    }

    @PostMapping("/settings/consents/{consentId}/withdraw")
    ModelAndView withdraw(@PathVariable UUID consentId, @RequestParam IdempotencyKey key) {
        Answer<Withdrawn> withdrawn = Answer.of(() -> consents.withdraw(key, consentId));
        return switch (withdrawn) {
            case Answer.Given<Withdrawn> given ->
                pages.redirect(new LocalPath("/settings/consents"), "settings.consent.withdrawn");
            case Answer.Refused(var refusal) ->
                confirmation(consentId, keys.fresh()).addObject("refusal", refusal);
            case Answer.Absent<Withdrawn> away ->
                confirmation(consentId, key.value()).addObject("absent", true);
        };
    }

    private ModelAndView confirmation(UUID consentId, String key) {
        Item consent = mine(consentId)
                .filter(item -> item.status() == Status.SIGNED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("settings/withdraw")
                .addObject("consent", consent)
                .addObject("key", key);
    }

    private Optional<Item> mine(UUID consentId) {
        return consents.consents().items().stream()
                .filter(item -> consentId.equals(item.consentId()))
                .findFirst();
    }

    /** The version that the first record speaks of; a newer one may be in force. */
    private Document signed(Evidence evidence) {
        ConsentService.EvidenceRecord first = evidence.items().getFirst();
        return consents.document(first.documentId(), first.documentVersion());
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
