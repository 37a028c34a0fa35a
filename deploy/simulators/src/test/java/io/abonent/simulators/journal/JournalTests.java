package io.abonent.simulators.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        try (Journal journal = open()) {
            long first = journal.append("kind", "ключ", Map.of("текст", "a\nb"));
            journal.append("kind", "2", Map.of());
            journal.sync();

            assertThat(journal.read(first).key()).isEqualTo("ключ");
            assertThat(journal.read(first).data().get("текст").asString()).isEqualTo("a\nb");
            assertThat(journal.after(1, 10)).extracting(Journal.Entry::key).containsExactly("2");
            assertThat(journal.after(2, 10)).isEmpty();
            assertThat(journal.after(99, 10)).isEmpty();
        }
    }

    @Test
    void findsItsPlaceAmongThousands() throws IOException {
        try (Journal journal = open()) {
            for (int i = 1; i <= 1_000; i++) {
                journal.append("kind", Integer.toString(i), Map.of());
            }
        }
        try (Journal journal = open()) {
            for (long after : new long[] {0, 1, 127, 128, 129, 500, 998, 999}) {
                List<Journal.Entry> found = journal.after(after, 3);
                assertThat(found.getFirst().seq()).isEqualTo(after + 1);
                assertThat(found.getFirst().key()).isEqualTo(Long.toString(after + 1));
                assertThat(found).hasSize((int) Math.min(3, 1_000 - after));
            }
        }
    }

    @Test
    void cutsATornLineOff() throws IOException {
        try (Journal journal = open()) {
            journal.append("kind", "whole", Map.of());
        }
        Files.writeString(directory.resolve("test.jsonl"), "{\"seq\":2,\"at", StandardOpenOption.APPEND);

        try (Journal journal = open()) {
            journal.append("kind", "next", Map.of());
            assertThat(journal.after(0, 10)).extracting(Journal.Entry::key).containsExactly("whole", "next");
            assertThat(journal.after(0, 10)).extracting(Journal.Entry::seq).containsExactly(1L, 2L);
        }
    }

    @Test
    void keepsLinesWholeUnderManyWriters() throws Exception {
        try (Journal journal = open()) {
            try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 400; i++) {
                    String key = Integer.toString(i);
                    writers.execute(() -> {
                        journal.append("kind", key, Map.of("padding", "x".repeat(300)));
                        journal.sync();
                    });
                }
            }
            List<String> keys = new ArrayList<>();
            journal.replay(0, (entry, offset) -> keys.add(entry.key()));
            assertThat(keys).hasSize(400).doesNotHaveDuplicates();
        }
    }

    @Test
    void indexFindsAHundredThousandKeys() {
        OffsetIndex index = new OffsetIndex();
        for (int i = 0; i < 100_000; i++) {
            index.put("key" + i, i);
        }
        index.put("key7", 700_007);

        assertThat(index.size()).isEqualTo(100_000);
        assertThat(index.get("key99999")).hasValue(99_999);
        assertThat(index.get("key7")).hasValue(700_007);
        assertThat(index.get("other")).isEmpty();
    }

    private Journal open() throws IOException {
        return new Journal(directory.resolve("test.jsonl"), new JsonMapper(), CLOCK);
    }
}
