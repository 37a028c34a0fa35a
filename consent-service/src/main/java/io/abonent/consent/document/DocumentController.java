package io.abonent.consent.document;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts, open to everybody: whoever is to sign must be able to read, also before signing in. */
@RestController
@Tag(name = "Documents", description = "The texts, open to everybody")
class DocumentController {
    private final DocumentVersions versions;
    private final SignatureAgreements agreements;
    private final Presentations presentations;
    private final Clock clock;

    DocumentController(
            DocumentVersions versions, SignatureAgreements agreements, Presentations presentations, Clock clock) {
        this.versions = versions;
        this.agreements = agreements;
        this.presentations = presentations;
        this.clock = clock;
    }

    /** With a person's token it is noted that the text was shown, the condition of signing it. */
    @Operation(
            summary = "A version of a document",
            description = "With a person's token it is noted that the text was shown, which signing it needs.")
    @GetMapping("/api/v1/consent-documents/{documentId}/versions/{version}")
    DocumentView document(
            @PathVariable UUID documentId, @PathVariable int version, @AuthenticationPrincipal @Nullable Jwt token) {
        DocumentVersion found = versions.findByDocumentIdAndNumber(documentId, version)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        reader(token).ifPresent(userId -> presentations.record(userId, documentId, version, clock.instant()));
        return DocumentView.of(found);
    }

    @Operation(summary = "The agreement on the use of the simple electronic signature")
    @GetMapping("/api/v1/signature-agreements/{version}")
    SignatureAgreement signatureAgreement(@PathVariable int version) {
        return agreements.find(version).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static Optional<UUID> reader(@Nullable Jwt token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(token.getSubject()));
        } catch (IllegalArgumentException machine) {
            return Optional.empty();
        }
    }

    /** @param translation courtesy only: the checksum and the signature are those of {@code text} */
    record DocumentView(
            UUID documentId,
            int version,
            String title,
            String text,
            String sha256,
            Instant publishedAt,
            Instant requiredFrom,
            @Nullable Translation translation) {

        static DocumentView of(DocumentVersion version) {
            DocumentText translation = version.translation();
            return new DocumentView(
                    version.documentId(),
                    version.number(),
                    version.title(),
                    version.text(),
                    version.sha256(),
                    version.publishedAt(),
                    version.requiredFrom(),
                    translation == null ? null : new Translation("en", translation.title(), translation.text()));
        }
    }

    record Translation(String language, String title, String text) {}
}
