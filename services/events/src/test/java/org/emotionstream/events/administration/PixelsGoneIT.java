package org.emotionstream.events.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That pixels leave the disk of the broker: with the settings of the chain's topics, an hour made a second. It
 * takes about a minute, because a broker looks for what is past its time twice a minute.
 */
class PixelsGoneIT {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long SECOND_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String PIXELS = "pixels of somebody's face, on ";

    @TempDir
    Path data;

    @Test
    void pixelsAreGoneFromTheDiskAfterTheirTimeWhetherOthersFollowOrNot() throws Exception {
        Topics idle = new Topics("idle.");
        Topics busy = new Topics("busy.");
        try (LocalBroker broker = LocalBroker.in(data).start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<String> names =
                    Stream.of(idle, busy).flatMap(PixelsGoneIT::pixelTopics).toList();
            create(admin, idle);
            create(admin, busy);
            for (String name : names) {
                producer.send(new ProducerRecord<>(name, utf8(PIXELS + name))).get();
            }
            assertThat(names).as("they were there").allMatch(this::holdsPixels);

            // A second client's traffic keeps the segment of a busy topic open as long as its settings allow.
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (names.stream().anyMatch(this::holdsPixels) && System.nanoTime() < end) {
                for (String name : pixelTopics(busy).toList()) {
                    producer.send(new ProducerRecord<>(name, utf8("another"))).get();
                }
                LockSupport.parkNanos(100_000_000);
            }

            assertThat(names.stream().filter(this::holdsPixels)).isEmpty();
        }
    }

    private static Stream<String> pixelTopics(Topics topics) {
        return Stream.of(
                topics.imagesRaw(), topics.imagesRejected(), topics.imagesLandmarks(), topics.imagesFeatures());
    }

    private static void create(Admin admin, Topics topics) throws Exception {
        List<String> names = pixelTopics(topics).toList();
        List<NewTopic> hasty = TopicSettings.of(topics, 1, (short) 1).stream()
                .filter(settings -> names.contains(settings.name()))
                .map(PixelsGoneIT::hasty)
                .toList();
        assertThat(hasty).hasSameSizeAs(names);
        admin.createTopics(hasty).all().get();
    }

    private static NewTopic hasty(TopicSettings settings) {
        Map<String, String> config = new HashMap<>(settings.config());
        for (String key : List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.SEGMENT_MS_CONFIG)) {
            config.computeIfPresent(
                    key, (name, millis) -> Long.toString(Long.parseLong(millis) * SECOND_MILLIS / HOUR_MILLIS));
        }
        return new NewTopic(settings.name(), settings.partitions(), settings.replication()).configs(config);
    }

    private boolean holdsPixels(String topic) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.getFileName().toString().contains(".log"))
                    .filter(Files::isRegularFile)
                    .anyMatch(file -> contains(file, PIXELS + topic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            return true; // a file went away while we looked: look again
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
