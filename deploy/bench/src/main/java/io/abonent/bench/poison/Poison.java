package io.abonent.bench.poison;

import io.abonent.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record that nobody can work on, or that nobody has to. */
record Poison(Mould mould, Ailment ailment, int partition, Draft draft) {

    /** Every ailment that fits on every topic, in an order of the seed's, again and again until there are so many. */
    static List<Poison> plan(long seed, int number, int partitions) {
        List<Poison> plan = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; plan.size() < number; round++) {
            List<Poison> all = new ArrayList<>();
            for (Mould mould : Mould.ALL) {
                for (Ailment ailment : Ailment.values()) {
                    if (ailment.fits(mould)) {
                        Draft draft = new Draft(mould, random);
                        ailment.spoil(draft, random);
                        all.add(new Poison(mould, ailment, random.nextInt(partitions), draft));
                    }
                }
            }
            Collections.shuffle(all, new Random(seed + round));
            plan.addAll(all.subList(0, Math.min(all.size(), number - plan.size())));
        }
        return plan;
    }

    String topic() {
        return mould.topic().topicName();
    }

    /** To be sent now. */
    ProducerRecord<byte[], byte[]> to(int where) {
        return new ProducerRecord<>(topic(), where, draft.key, draft.value(), headersOfNow());
    }

    private Headers headersOfNow() {
        RecordHeaders headers = new RecordHeaders(draft.headers.toArray());
        Header time = headers.lastHeader(EventHeaders.TIME);
        if (time != null && new String(time.value(), StandardCharsets.UTF_8).equals(Draft.NOW)) {
            headers.remove(EventHeaders.TIME)
                    .add(EventHeaders.TIME, Draft.bytes(Instant.now().toString()));
        }
        return headers;
    }
}
