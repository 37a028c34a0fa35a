package io.abonent.consent.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentVersions extends Repository<DocumentVersion, UUID> {

    DocumentVersion save(DocumentVersion version);

    Optional<DocumentVersion> findByDocumentIdAndNumber(UUID documentId, int number);

    Optional<DocumentVersion> findFirstByDocumentIdOrderByNumberDesc(UUID documentId);

    List<DocumentVersion> findAllByOrderByDocumentIdAscNumberAsc();
}
