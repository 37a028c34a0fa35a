package io.abonent.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DisorderTests {

    private static final List<ConsumerRecord<byte[], byte[]>> RECORDS = Stream.of("a.v1", "b.v1")
            .flatMap(topic -> IntStream.range(0, 100)
                    .mapToObj(offset -> new ConsumerRecord<>(topic, 0, offset, new byte[0], new byte[0])))
            .toList();

    private static List<Long> offsets(String topic, long seed) {
        return Disorder.of(RECORDS, seed).stream()
                .filter(record -> record.topic().equals(topic))
                .map(ConsumerRecord::offset)
                .toList();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Disorder.of(RECORDS, 7)).isEqualTo(Disorder.of(RECORDS, 7));
        assertThat(Disorder.of(RECORDS, 7)).isNotEqualTo(Disorder.of(RECORDS, 8));
    }

    @Test
    void losesNothingAndRepeatsNothing() {
        assertThat(Disorder.of(RECORDS, 7)).containsExactlyInAnyOrderElementsOf(RECORDS);
    }

    @Test
    void bringsOlderRecordsAfterNewerOnesInEachTopicAnotherWay() {
        assertThat(offsets("a.v1", 7))
                .isNotEqualTo(offsets("a.v1", 7).stream().sorted().toList());
        assertThat(offsets("a.v1", 7)).isNotEqualTo(offsets("b.v1", 7));
    }
}
