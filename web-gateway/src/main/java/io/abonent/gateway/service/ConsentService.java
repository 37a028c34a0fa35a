package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What people sign. */
@HttpExchange("/api/v1")
public interface ConsentService {

    @GetExchange("/consents")
    Consents consents();

    /** Notes that the person was shown the text, which signing needs. */
    @GetExchange("/consent-documents/{documentId}/versions/{version}")
    Document document(@PathVariable UUID documentId, @PathVariable int version);

    @PostExchange("/consents")
    Signed sign(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody Signature signature);

    @PostExchange("/consents/{consentId}/withdrawal")
    Withdrawn withdraw(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @PathVariable UUID consentId);

    @GetExchange("/consents/{consentId}/evidence")
    Evidence evidence(@PathVariable UUID consentId);

    /** The same as the service wrote it, with every member that its hash and signature cover. */
    @GetExchange("/consents/{consentId}/evidence")
    String evidenceAsWritten(@PathVariable UUID consentId);

    @GetExchange("/signature-agreements/{version}")
    SignatureAgreement signatureAgreement(@PathVariable int version);

    /** @param offered may be signed, nobody has to */
    record Consents(List<Item> items, List<Offer> offered) {

        /** The cabinet is open if and only if no document on personal data waits for a signature. */
        public boolean open() {
            return items.stream()
                    .noneMatch(item -> item.purpose() == Purpose.PERSONAL_DATA && item.status() != Status.SIGNED);
        }
    }

    /**
     * @param version what the status speaks of: the version signed, else the one to sign
     * @param update a newer version that may be signed already
     */
    record Item(
            UUID documentId,
            int version,
            Purpose purpose,
            String title,
            boolean required,
            Status status,
            @Nullable UUID consentId,
            @Nullable UUID evidenceId,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Update update) {}

    record Update(int version, String title, Instant requiredFrom) {}

    record Offer(UUID documentId, int version, Purpose purpose, String title) {}

    enum Purpose {
        PERSONAL_DATA,
        ADVERTISING,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Status {
        REQUIRED,
        SIGNED,
        WITHDRAWN,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** @param translation a courtesy: the checksum and the signature are those of {@code text} */
    record Document(
            UUID documentId,
            int version,
            String title,
            String text,
            String sha256,
            Instant publishedAt,
            Instant requiredFrom,
            @Nullable Translation translation) {}

    record Translation(String language, String title, String text) {}

    record Signature(UUID documentId, int version, String sha256) {}

    record Signed(UUID consentId, UUID evidenceId, Instant signedAt) {}

    record Withdrawn(UUID consentId, UUID evidenceId, Status status, Instant withdrawnAt) {}

    record SignatureAgreement(int version, String title, String text, String sha256) {}

    record Evidence(UUID consentId, List<EvidenceRecord> items) {}

    /** The chained record of one signature or withdrawal, as far as people are shown it. */
    record EvidenceRecord(
            UUID evidenceId,
            String kind,
            UUID documentId,
            int documentVersion,
            String documentSha256,
            Instant occurredAt,
            @Nullable Instant presentedAt,
            @Nullable Instant authenticatedAt,
            @Nullable String contactMasked,
            @Nullable String method,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable Integer pepAgreementVersion,
            @Nullable String evidenceHash,
            @Nullable String previousEvidenceHash,
            @Nullable String serverSignature,
            @Nullable String signingKeyId) {}
}
