package io.abonent.consent.evidence;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A person's own proof. */
@RestController
@Tag(name = "Evidence", description = "The proof of signatures and withdrawals")
class EvidenceController {
    private final EvidenceRows rows;

    EvidenceController(EvidenceRows rows) {
        this.rows = rows;
    }

    @Operation(
            summary = "All proof of one consent of the person",
            description = "The form is told in docs/evidence.md.")
    @GetMapping("/api/v1/consents/{consentId}/evidence")
    EvidenceList evidence(@PathVariable UUID consentId, CurrentUser user) {
        List<EvidenceRecord> items = rows.ofConsent(consentId, user.userId());
        if (items.isEmpty()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return new EvidenceList(consentId, items);
    }

    /** @param items signatures and withdrawals in the order they happened */
    record EvidenceList(UUID consentId, List<EvidenceRecord> items) {}
}
