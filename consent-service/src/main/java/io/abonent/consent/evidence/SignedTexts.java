package io.abonent.consent.evidence;

import io.abonent.consent.document.TextChecksums.TextChecksum;
import io.abonent.consent.evidence.EvidenceReport.ChangedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which texts sound evidence names, to be held against the texts there are. */
final class SignedTexts {
    private final Map<ChangedText, Set<String>> signed = new HashMap<>();

    void add(EvidenceRecord evidence) {
        signed.computeIfAbsent(
                        new ChangedText(evidence.documentId(), evidence.documentVersion()),
                        key -> new LinkedHashSet<>())
                .add(evidence.documentSha256());
    }

    /** Texts that are no longer what was published or signed, or are gone. */
    List<ChangedText> changed(List<TextChecksum> texts) {
        List<ChangedText> changed = new ArrayList<>();
        Map<ChangedText, Set<String>> unseen = new HashMap<>(signed);
        for (TextChecksum text : texts) {
            ChangedText key = new ChangedText(text.documentId(), text.number());
            Set<String> named = unseen.remove(key);
            if (!text.unchanged() || (named != null && !named.equals(Set.of(text.sha256())))) {
                changed.add(key);
            }
        }
        changed.addAll(unseen.keySet());
        return changed;
    }
}
