package io.abonent.consent.evidence;

import io.abonent.consent.document.TextChecksums;
import io.abonent.consent.evidence.EvidenceReport.BadRow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads every chain from its first row and compares it with what was written (F-80). */
@Service
class EvidenceVerification {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceVerification.class);
    private static final int NAMED_MAX = 100;

    private final EvidenceRows rows;
    private final EvidenceSeal seal;
    private final TextChecksums texts;
    private final Clock clock;
    private final AtomicLong lastBad = new AtomicLong();

    EvidenceVerification(
            EvidenceRows rows, EvidenceSeal seal, TextChecksums texts, Clock clock, MeterRegistry metrics) {
        this.rows = rows;
        this.seal = seal;
        this.texts = texts;
        this.clock = clock;
        Gauge.builder("abonent.evidence.bad", lastBad, AtomicLong::get)
                .description("Evidence rows and texts that are not as they were written, by the last verification here")
                .register(metrics);
    }

    /** One snapshot: signatures given meanwhile are neither missing nor too many. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public EvidenceReport verify() {
        long checked = 0;
        long bad = 0;
        List<BadRow> named = new ArrayList<>();
        Map<Integer, String> heads = new TreeMap<>();
        SignedTexts signed = new SignedTexts();
        for (EvidenceRows.Head head : rows.heads()) {
            ChainCheck chain = new ChainCheck(head.shard(), seal);
            rows.scan(head.shard(), row -> {
                if (chain.next(row)) {
                    signed.add(row);
                }
            });
            chain.end(head);
            checked += chain.checked();
            bad += chain.bad();
            named.addAll(chain.named());
            heads.put(head.shard(), chain.lastHash());
        }
        List<BadRow> shown = List.copyOf(named.subList(0, Math.min(NAMED_MAX, named.size())));
        BadRow first = named.isEmpty() ? null : named.getFirst();
        EvidenceReport report =
                new EvidenceReport(clock.instant(), checked, bad, first, shown, signed.changed(texts.all()), heads);
        lastBad.set(bad + report.changedTexts().size());
        tell(report);
        return report;
    }

    private static void tell(EvidenceReport report) {
        if (report.intact()) {
            LOG.info("evidence intact: {} records, heads {}", report.checked(), report.heads());
        } else {
            LOG.error(
                    "evidence tampered with: {} of {} records, the first is {}; changed texts {}",
                    report.bad(),
                    report.checked(),
                    report.firstBad(),
                    report.changedTexts());
        }
    }
}
