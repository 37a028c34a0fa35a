package io.abonent.consent.document;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Recomputes what the texts in the database are, for those who prove that they are what was signed. */
@Component
public class TextChecksums {
    private final DocumentVersions versions;

    TextChecksums(DocumentVersions versions) {
        this.versions = versions;
    }

    /** @param unchanged whether the text still has the checksum it was published with */
    public record TextChecksum(UUID documentId, int number, String sha256, boolean unchanged) {}

    public List<TextChecksum> all() {
        return versions.findAllByOrderByDocumentIdAscNumberAsc().stream()
                .map(version -> new TextChecksum(
                        version.documentId(), version.number(), Sha256.hex(version.text()), version.intact()))
                .toList();
    }
}
