package io.abonent.simulators.journal;

import io.abonent.simulators.Partner;
import io.abonent.simulators.UnknownPartner;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the partners really applied, for those who check the house's books against theirs. */
@RestController
class JournalController {

    private static final int LIMIT_MAX = 5_000;

    private final Journals journals;

    JournalController(Journals journals) {
        this.journals = journals;
    }

    record Page(List<Journal.Entry> items, long next, long total) {}

    @GetMapping("/journal/{partner}")
    Page entries(
            @PathVariable String partner,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        Journal journal = journals.of(Partner.of(partner).orElseThrow(() -> new UnknownPartner(partner)));
        List<Journal.Entry> items = journal.after(after, Math.clamp(limit, 1, LIMIT_MAX));
        long next = items.isEmpty() ? after : items.getLast().seq();
        return new Page(items, next, journal.count());
    }
}
