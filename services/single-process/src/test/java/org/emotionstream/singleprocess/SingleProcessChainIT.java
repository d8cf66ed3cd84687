package org.emotionstream.singleprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleProcessChainIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RELEASES = "emotionstream.releases";
    private static final Topics TOPICS = new Topics("");

    @BeforeEach
    void releasesOfTheCheckout() {
        System.setProperty(
                RELEASES,
                Path.of(System.getProperty("emotionstream.root"), "models/releases")
                        .toString());
    }

    @AfterEach
    void forgetReleases() {
        System.clearProperty(RELEASES);
    }

    @Test
    void everyPictureIsAnswered() throws IOException {
        List<String> failed = new CopyOnWriteArrayList<>();
        try (SingleProcessChain chain = SingleProcessChain.start(failed::add)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(chain.notReady()).isEmpty());

            send(chain, "first", "second", "third");

            List<ImageEmotions> answers = answers(chain, 3);
            assertThat(answers)
                    .extracting(ImageEmotions::getImageId)
                    .containsExactlyInAnyOrder("first", "second", "third");
            assertThat(answers).extracting(ImageEmotions::getWidth).containsOnly(320);
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void aFolderWithoutReleasesIsNamedBeforeTheBrokerStarts(@TempDir Path folder) {
        System.setProperty(RELEASES, folder.toString());

        assertThatThrownBy(() -> SingleProcessChain.start(service -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(RELEASES)
                .hasMessageContaining(folder.resolve("DEFAULT").toString());
    }

    private static void send(SingleProcessChain chain, String... imageIds) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", picture);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", chain.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String imageId : imageIds) {
                producer.send(new ProducerRecord<>(TOPICS.imagesRaw(), imageId, picture.toByteArray()));
            }
        }
    }

    private static List<ImageEmotions> answers(SingleProcessChain chain, int count) {
        List<ImageEmotions> answers = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", chain.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPICS.emotionsFinal()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> answers.add(messages.read(record.value())));
                return answers.size() >= count;
            });
        }
        return answers;
    }
}
