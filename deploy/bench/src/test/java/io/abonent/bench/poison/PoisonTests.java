package io.abonent.bench.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PoisonTests {

    private static final int NUMBER = 200;

    private static String printed(Poison poison) {
        byte[] value = poison.draft().value();
        return poison.topic()
                + poison.partition()
                + poison.ailment()
                + Arrays.toString(poison.draft().key)
                + (value == null ? "null" : Arrays.hashCode(value))
                + Arrays.toString(poison.draft().headers.toArray());
    }

    private static List<String> plan(long seed) {
        return Poison.plan(seed, NUMBER, Topic.PARTITIONS).stream()
                .map(PoisonTests::printed)
                .toList();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(plan(7)).hasSize(NUMBER).isEqualTo(plan(7)).isNotEqualTo(plan(8));
    }

    @Test
    void bringsEveryAilmentToEveryTopicItFits() {
        Set<Ailment> all = Poison.plan(7, NUMBER, Topic.PARTITIONS).stream()
                .map(Poison::ailment)
                .collect(Collectors.toSet());
        Set<Topic> topics = Poison.plan(7, NUMBER, Topic.PARTITIONS).stream()
                .map(poison -> poison.mould().topic())
                .collect(Collectors.toSet());
        assertThat(all).isEqualTo(EnumSet.allOf(Ailment.class));
        assertThat(topics).hasSize(Mould.ALL.size());
    }

    @Test
    void isSentWithTheTimeOfSendingUnlessTheTimeIsWhatIsWrong() {
        Poison poison = Poison.plan(7, NUMBER, Topic.PARTITIONS).stream()
                .filter(one -> one.ailment() == Ailment.EMPTY)
                .findFirst()
                .orElseThrow();
        ProducerRecord<byte[], byte[]> sent = poison.to(3);
        assertThat(sent.partition()).isEqualTo(3);
        assertThat(new String(sent.headers().lastHeader(EventHeaders.TIME).value(), StandardCharsets.UTF_8))
                .startsWith("20");
    }

    @Test
    void isDeadlyUnlessNobodyHasToReadIt() {
        assertThat(EnumSet.allOf(Ailment.class).stream().filter(ailment -> !ailment.isDeadly()))
                .containsExactly(Ailment.TYPE_OF_ANOTHER_TOPIC, Ailment.TOMBSTONE_OF_NOBODY);
    }

    @Test
    void staysJustUnderTheLimitOfABroker() {
        Poison.plan(7, NUMBER, Topic.PARTITIONS).stream()
                .filter(poison -> poison.ailment() == Ailment.JUST_UNDER_THE_LIMIT)
                .forEach(poison -> assertThat(poison.draft().value()).hasSizeBetween(1_047_500, 1_048_300));
    }
}
