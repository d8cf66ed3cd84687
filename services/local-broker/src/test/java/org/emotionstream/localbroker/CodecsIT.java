package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsIT {
    private static final String WORDS = "compressible ".repeat(100);

    /** On topics that unpack what comes, that keep it, and that pack it anew. */
    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "producer", "lz4"})
    void takesAndGivesBackRecordsOfEveryCodec(String topicCompression) throws Exception {
        List<String> sent = new ArrayList<>();
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            Records records = new Records(broker.bootstrapServers());
            createTopic(broker.bootstrapServers(), topicCompression);
            for (CompressionType codec : CompressionType.values()) {
                Map<String, Object> settings =
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", codec.name);
                try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                    producer.send(new ProducerRecord<>("words", WORDS + codec.name))
                            .get();
                    sent.add(WORDS + codec.name);
                }
            }
            assertThat(records.read(sent.size())).isEqualTo(sent);
        }
    }

    private static void createTopic(String bootstrapServers, String compression) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic topic = new NewTopic("words", 1, (short) 1).configs(Map.of("compression.type", compression));
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}
