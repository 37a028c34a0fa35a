package io.abonent.consent.document;

import io.abonent.consent.ConsentProblem;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators (scope {@code operator:consent}): new texts. */
@RestController
@Tag(name = "Operators", description = "Scope operator:consent")
class OperatorDocumentController {
    private final PublishingDocuments publishing;

    OperatorDocumentController(PublishingDocuments publishing) {
        this.publishing = publishing;
    }

    /** Naturally idempotent: the text that is already in force is not published again. */
    @Operation(
            summary = "Publish a new version of a document",
            description =
                    "Refusals: DOCUMENT_TEXT_UNCHANGED 409, REQUIRED_FROM_IN_PAST and DOCUMENT_TEXT_UNFINISHED 422.")
    @PostMapping("/api/v1/operator/consent-documents/{documentId}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    PublishedVersion publish(
            @PathVariable UUID documentId, @Valid @RequestBody NewVersion request, Principal operator) {
        Publication publication = publishing.publish(
                documentId,
                request.text(),
                request.translation(),
                request.requiredFrom(),
                "operator:" + operator.getName());
        return switch (publication) {
            case Publication.Published published -> PublishedVersion.of(published.version());
            case Publication.UnknownDocument unknown -> throw new ProblemException(PlatformProblem.NOT_FOUND);
            case Publication.TextUnchanged unchanged ->
                throw new ProblemException(ConsentProblem.DOCUMENT_TEXT_UNCHANGED, unchanged.number());
            case Publication.RequiredInPast past ->
                throw new ProblemException(ConsentProblem.REQUIRED_FROM_IN_PAST, past.requiredFrom());
            case Publication.UnfinishedText unfinished ->
                throw new ProblemException(ConsentProblem.DOCUMENT_TEXT_UNFINISHED, unfinished.reason());
        };
    }

    /**
     * @param text its first line is the title; {@code {{operator.name}}} and the other placeholders are filled at once
     * @param requiredFrom end of the grace period; absent: the configured grace
     */
    record NewVersion(
            @NotBlank @Size(max = 200_000) String text,
            @Size(min = 1, max = 200_000) @Nullable String translation,
            @Nullable Instant requiredFrom) {}

    record PublishedVersion(
            UUID documentId, int version, String title, String sha256, Instant publishedAt, Instant requiredFrom) {
        static PublishedVersion of(DocumentVersion version) {
            return new PublishedVersion(
                    version.documentId(),
                    version.number(),
                    version.title(),
                    version.sha256(),
                    version.publishedAt(),
                    version.requiredFrom());
        }
    }
}
