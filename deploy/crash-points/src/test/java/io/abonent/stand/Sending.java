package io.abonent.stand;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Stands in for a service, outside of the agent's own package: its argument is what the agent knows one by. Sends one
 * record to a broker that is not there.
 */
public final class Sending {

    private Sending() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread thread = new Thread(Sending::send);
        thread.start();
        thread.join();
        System.exit(0);
    }

    private static void send() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:1", "max.block.ms", "1");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>("topic", "value"));
        }
    }
}
