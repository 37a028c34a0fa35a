package io.abonent.consent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.evidence.EvidenceReport.BadRow;
import io.abonent.consent.evidence.EvidenceReport.Fault;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("F-80: verification names what was tampered with")
class ChainCheckTests {
    private static final EvidenceSeal SEAL = EvidenceFixture.seal(EvidenceFixture.KEY);

    private final List<EvidenceRecord> chain = EvidenceFixture.chain(50, SEAL);

    static List<String> components() {
        return Arrays.stream(EvidenceRecord.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void intactChainIsIntact() {
        ChainCheck check = check(chain, EvidenceFixture.head(chain));

        assertThat(check.checked()).isEqualTo(50);
        assertThat(check.bad()).isZero();
        assertThat(check.lastHash()).isEqualTo(chain.getLast().evidenceHash());
    }

    @Test
    void emptyChainIsIntact() {
        assertThat(check(List.of(), new EvidenceRows.Head(3, 0, "0".repeat(64))).bad())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyFieldIsProtected(String component) {
        EvidenceRecord victim = chain.get(20);
        chain.set(20, flipped(victim, component, new Random(7)));

        ChainCheck check = check(chain, EvidenceFixture.head(chain));

        assertThat(check.bad()).isPositive();
        assertThat(check.named().getFirst().evidenceId())
                .isEqualTo(chain.get(20).evidenceId());
    }

    @Test
    void oneFlippedBitInEachOfAThousandRowsIsFoundAThousandTimes() {
        Random random = new Random(80);
        List<String> contents = components().stream()
                .filter(name -> !List.of("sequence", "shard").contains(name))
                .toList();
        List<EvidenceRecord> tampered = EvidenceFixture.chain(1000, SEAL).stream()
                .map(row -> flipped(row, contents.get(random.nextInt(contents.size())), random))
                .toList();

        assertThat(check(tampered, EvidenceFixture.head(tampered)).bad()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void missingRowIsNamedByTheOneBehindIt() {
        EvidenceRecord behind = chain.get(21);
        chain.remove(20);

        assertThat(check(chain, EvidenceFixture.head(chain)).named())
                .containsExactly(new BadRow(3, 22, behind.evidenceId(), Fault.ROWS_MISSING));
    }

    @Test
    void cutOffEndIsFound() {
        EvidenceRows.Head head = EvidenceFixture.head(chain);
        chain.removeLast();

        assertThat(check(chain, head).named()).containsExactly(new BadRow(3, 50, null, Fault.HEAD_WRONG));
    }

    @Test
    void rowWrittenWithoutTheKeyIsFound() {
        EvidenceSeal stranger = EvidenceFixture.seal(EvidenceFixture.key(9));
        EvidenceRecord last = chain.getLast();
        EvidenceRecord forged = stranger.seal(EvidenceFixture.record(51, last.evidenceHash(), stranger.keyId()));
        chain.add(forged);

        assertThat(check(chain, EvidenceFixture.head(chain)).named())
                .containsExactly(new BadRow(3, 51, forged.evidenceId(), Fault.SIGNATURE_WRONG));
    }

    /** From a backup, say: its own seal is good, so only the row behind it can tell. */
    @Test
    void sealedRowOfAnotherHistoryIsNamedByTheOneBehindIt() {
        EvidenceRecord behind = chain.get(21);
        chain.set(20, SEAL.seal(EvidenceFixture.record(21, chain.get(19).evidenceHash(), SEAL.keyId())));

        assertThat(check(chain, EvidenceFixture.head(chain)).named())
                .containsExactly(new BadRow(3, 22, behind.evidenceId(), Fault.CHAIN_BROKEN));
    }

    @Test
    void rewrittenHistoryIsFound() {
        EvidenceSeal stranger = EvidenceFixture.seal(EvidenceFixture.key(9));
        List<EvidenceRecord> rewritten = EvidenceFixture.chain(50, stranger);

        assertThat(check(rewritten, EvidenceFixture.head(rewritten)).bad()).isEqualTo(50);
    }

    @Test
    void recordsOfARetiredKeyStayGood() {
        EvidenceSeal renewed = EvidenceFixture.seal(EvidenceFixture.key(2), EvidenceFixture.KEY);
        ChainCheck check = new ChainCheck(3, renewed);
        chain.forEach(check::next);

        assertThat(check.bad()).isZero();
        assertThat(renewed.keyId()).isNotEqualTo(SEAL.keyId());
    }

    private static ChainCheck check(List<EvidenceRecord> rows, EvidenceRows.Head head) {
        ChainCheck check = new ChainCheck(3, SEAL);
        rows.forEach(check::next);
        check.end(head);
        return check;
    }

    private static EvidenceRecord flipped(EvidenceRecord row, String component, Random random) {
        try {
            RecordComponent[] components = EvidenceRecord.class.getRecordComponents();
            List<Object> values = new ArrayList<>();
            for (RecordComponent each : components) {
                Object value = each.getAccessor().invoke(row);
                values.add(each.getName().equals(component) ? flipped(value, random) : value);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return EvidenceRecord.class.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    private static Object flipped(Object value, Random random) {
        return switch (value) {
            case String text -> {
                int at = random.nextInt(text.length());
                yield text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
            }
            case UUID id ->
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (1L << random.nextInt(60)));
            case Instant time -> time.plusNanos(1000);
            case Integer number -> number ^ 1;
            case Long number -> number ^ 1;
            case Object other -> throw new AssertionError("cannot flip " + other.getClass());
        };
    }
}
