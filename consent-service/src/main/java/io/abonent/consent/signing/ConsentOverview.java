package io.abonent.consent.signing;

import io.abonent.consent.document.DocumentLibrary;
import io.abonent.consent.document.PublishedDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has signed and what remains to be signed. */
@Service
class ConsentOverview {
    private final DocumentLibrary library;
    private final Consents consents;
    private final Clock clock;

    ConsentOverview(DocumentLibrary library, Consents consents, Clock clock) {
        this.library = library;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * @param items required documents, and optional ones the person once signed
     * @param offered optional documents the person never signed
     */
    record ConsentList(List<ConsentItem> items, List<ConsentItem.Offer> offered) {}

    @Transactional(readOnly = true)
    ConsentList of(UUID userId) {
        Instant now = clock.instant();
        Map<UUID, Consent> standing = consents.findByUserId(userId).stream()
                .collect(Collectors.toMap(Consent::documentId, Function.identity()));
        List<ConsentItem> items = new ArrayList<>();
        List<ConsentItem.Offer> offered = new ArrayList<>();
        for (PublishedDocument document : library.all()) {
            Consent consent = standing.get(document.id());
            if (consent == null && !document.required()) {
                offered.add(ConsentItem.Offer.of(document));
            } else {
                items.add(ConsentItem.of(document, consent, now));
            }
        }
        return new ConsentList(items, offered);
    }
}
