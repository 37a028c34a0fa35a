package io.abonent.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.ConsentService;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.ServiceUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

class SignedConsentsControllerTests {

    private static final UUID CONSENT = UUID.randomUUID();
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final String TEXT = "Согласие\n\nЯ согласен.\n";
    private static final IdempotencyKey KEY = IdempotencyKey.fresh();

    private final FakeConsents consents = new FakeConsents();
    private final SignedConsentsController controller =
            new SignedConsentsController(consents, new FormKeys(), new Pages());

    @Test
    void theDownloadedTextHasTheChecksumOfTheEvidence() throws Exception {
        ResponseEntity<byte[]> file = controller.text(CONSENT);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(file.getBody()));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo(consents.evidence(CONSENT).items().getFirst().documentSha256());
        assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment;");
    }

    @Test
    void theEvidenceIsHandedOverAsItWasWritten() {
        assertThat(new String(
                        Objects.requireNonNull(controller.evidence(CONSENT).getBody()), StandardCharsets.UTF_8))
                .isEqualTo("{\"member\":\"that no page shows\"}");
    }

    @Test
    void theVersionThatWasSignedIsShownAndNotANewerOne() {
        assertThat(controller.one(CONSENT).getModel())
                .extractingByKey("document")
                .isEqualTo(consents.document(DOCUMENT, 1));
    }

    @Test
    void whatIsTakenBackAlreadyHasNoSuchPage() {
        consents.status = ConsentService.Status.WITHDRAWN;
        assertThatThrownBy(() -> controller.confirmWithdrawal(CONSENT)).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void askingDoesNotWithdraw() {
        controller.confirmWithdrawal(CONSENT);
        assertThat(consents.withdrawn).isFalse();
        controller.withdraw(CONSENT, KEY);
        assertThat(consents.withdrawn).isTrue();
    }

    @Test
    void anUnknownOutcomeIsRepeatedWithTheSameKey() {
        consents.away = true;
        ModelAndView page = controller.withdraw(CONSENT, KEY);
        assertThat(page.getModel()).containsEntry("key", KEY.value()).containsEntry("absent", true);
    }

    private static final class FakeConsents implements ConsentService {

        private Status status = Status.SIGNED;
        private boolean withdrawn;
        private boolean away;

        @Override
        public Consents consents() {
            Item item = new Item(
                    DOCUMENT, 1, Purpose.PERSONAL_DATA, "Согласие", true, status, CONSENT, null, null, null, null);
            return new Consents(List.of(item), List.of());
        }

        @Override
        public Document document(UUID documentId, int version) {
            return new Document(
                    documentId, version, "Согласие", TEXT, sha256(TEXT), Instant.EPOCH, Instant.EPOCH, null);
        }

        @Override
        public Withdrawn withdraw(IdempotencyKey key, UUID consentId) {
            if (away) {
                throw ServiceUnavailable.busy("away");
            }
            withdrawn = true;
            return new Withdrawn(consentId, UUID.randomUUID(), Status.WITHDRAWN, Instant.EPOCH);
        }

        @Override
        public Evidence evidence(UUID consentId) {
            EvidenceRecord signature = new EvidenceRecord(
                    UUID.randomUUID(),
                    "SIGNATURE",
                    DOCUMENT,
                    1,
                    sha256(TEXT),
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            return new Evidence(consentId, List.of(signature));
        }

        @Override
        public String evidenceAsWritten(UUID consentId) {
            return "{\"member\":\"that no page shows\"}";
        }

        @Override
        public Signed sign(IdempotencyKey key, Signature signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignatureAgreement signatureAgreement(int version) {
            throw new UnsupportedOperationException();
        }

        private static String sha256(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
