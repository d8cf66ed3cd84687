package org.emotionstream.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.emotionstream.events.testing.TestBroker.PATIENCE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera user that floods, and another, with the quota of the shared file. */
class QuotaIT {
    private static final int MIB = 1024 * 1024;
    // Kafka counts over some ten seconds: so much more than the quota allows in that time.
    private static final int FLOOD_RECORDS = 60;

    @TempDir
    Path folder;

    @Test
    void oneThatFloodsIsHeldBackAndAnothersPicturesPassItBy() throws Exception {
        try (SecuredBroker broker = new SecuredBroker(folder, "it.")) {
            broker.addUser("gate-1", "camera");
            broker.addUser("gate-2", "camera");
            String topic = broker.topics.imagesRaw();
            try (var flooding = producer(broker, "gate-1");
                    var other = producer(broker, "gate-2")) {
                List<Future<RecordMetadata>> flood = new ArrayList<>();
                for (int i = 0; i < FLOOD_RECORDS; i++) {
                    flood.add(flooding.send(new ProducerRecord<>(topic, new byte[MIB])));
                }
                long begin = System.nanoTime();
                await("the flood is held back").atMost(PATIENCE).until(() -> throttleMillis(flooding) > 0);

                long pictures = System.nanoTime();
                for (int i = 0; i < 10; i++) {
                    other.send(new ProducerRecord<>(topic, new byte[50_000])).get();
                }
                long eachPicture = (System.nanoTime() - pictures) / 10;

                assertThat(flood).as("still waiting").anyMatch(sent -> !sent.isDone());
                flood.get(flood.size() - 1).get();
                long eachOfFlood = (System.nanoTime() - begin) / FLOOD_RECORDS;
                assertThat(throttleMillis(other)).isZero();
                assertThat(eachPicture).isLessThan(eachOfFlood / 2);
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(SecuredBroker broker, String user) {
        Map<String, Object> client = new HashMap<>(broker.client(user));
        client.put("max.request.size", 2 * MIB);
        client.put("buffer.memory", (FLOOD_RECORDS + 10L) * MIB);
        return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static double throttleMillis(KafkaProducer<byte[], byte[]> producer) {
        double most = producer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("produce-throttle-time-max"))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
        return Math.max(0, most);
    }
}
