package org.emotionstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another generation on a real broker. Each test has a chain of its own. */
class GenerationSwitchIT {
    private static LocalBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = LocalBroker.temporary().start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void theOtherLandmarkerBeginsWhereThisOneHasStoppedAndNewPartitionsAtTheirBeginning() throws Exception {
        Topics first = prepared("switch.");
        Topics second = first.inGeneration("g2.");
        commit(first.landmarkerGroup(), first.imagesRaw(), Map.of(0, 17L, 1, 4L));
        GenerationSwitch change = new GenerationSwitch(admin, first, second);

        Map<Integer, Long> stoppedAt = change.stoppedAt();
        List<String> created = change.begin(stoppedAt, 3, (short) 1);

        assertThat(stoppedAt).isEqualTo(Map.of(0, 17L, 1, 4L));
        assertThat(created).hasSize(9).allMatch(topic -> topic.startsWith("switch.g2."));
        for (String group : List.of(second.landmarkerGroup(), second.landmarkerStartGroup())) {
            assertThat(committed(group, first.imagesRaw())).isEqualTo(Map.of(0, 17L, 1, 4L, 2, 0L));
        }
        assertThat(new TopicCheck(admin)
                        .partitions(List.of(first.imagesRaw(), first.imagesTaken(), second.imagesTaken())))
                .isEqualTo(Map.of(first.imagesRaw(), 3, first.imagesTaken(), 2, second.imagesTaken(), 3));
        // And back: what the second has read by then is not read again.
        commit(second.landmarkerGroup(), first.imagesRaw(), Map.of(0, 20L, 1, 5L, 2, 7L));
        GenerationSwitch back = new GenerationSwitch(admin, second, first);
        assertThat(back.begin(back.stoppedAt(), 2, (short) 1)).isEmpty();
        assertThat(committed(first.landmarkerGroup(), first.imagesRaw())).isEqualTo(Map.of(0, 20L, 1, 5L, 2, 7L));
    }

    @Test
    void nothingIsChangedWhileALandmarkerRuns() {
        Topics first = prepared("running.");
        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", first.landmarkerGroup()));
        try (KafkaConsumer<byte[], byte[]> landmarker =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            landmarker.subscribe(List.of(first.imagesRaw()));
            while (landmarker.assignment().isEmpty()) {
                landmarker.poll(Duration.ofMillis(100));
            }

            assertThatThrownBy(() -> new GenerationSwitch(admin, first, first.inGeneration("g2."), Duration.ofMillis(1))
                            .stoppedAt())
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("running.landmarker");
        }
    }

    @Test
    void aGenerationThatHasNotBegunIsNotMadeByTheWay() throws Exception {
        Topics second = prepared("early.").inGeneration("g2.");

        assertThatThrownBy(() -> new TopicAdministrator(admin, second, 2, (short) 1).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("repartition --into g2.");
        assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("early.g2."));
    }

    @Test
    void twoChainsAreNoGenerationsOfEachOther() {
        assertThatThrownBy(() -> new GenerationSwitch(admin, new Topics("a."), new Topics("b.")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GenerationSwitch(admin, new Topics("a."), new Topics("a.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Topics prepared(String prefix) {
        Topics topics = new Topics(prefix);
        new TopicAdministrator(admin, topics, 2, (short) 1).prepare();
        return topics;
    }

    private static void commit(String group, String topic, Map<Integer, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
        offsets.forEach((number, offset) -> all.put(new TopicPartition(topic, number), new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, all).all().get();
    }

    private static Map<Integer, Long> committed(String group, String topic) throws Exception {
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(topic)) {
                        offsets.put(partition.partition(), offset.offset());
                    }
                });
        return offsets;
    }
}
