package org.emotionstream.events.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another generation on a real broker. Each test has a chain of its own. */
class GenerationSwitchIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void theOtherLandmarkerBeginsWhereThisOneHasStoppedAndNewPartitionsAtTheirBeginning() throws Exception {
        Topics first = broker.prepare(2);
        Topics second = first.inGeneration("g2.");
        broker.commit(first.landmarkerGroup(), first.imagesRaw(), Map.of(0, 17L, 1, 4L));
        GenerationSwitch change = new GenerationSwitch(broker.admin(), first, second);

        Map<Integer, Long> stoppedAt = change.stoppedAt();
        List<String> created = change.begin(stoppedAt, 3, (short) 1);

        assertThat(stoppedAt).isEqualTo(Map.of(0, 17L, 1, 4L));
        assertThat(created).hasSize(9).allMatch(topic -> topic.startsWith(second.prefix() + "g2."));
        for (String group : List.of(second.landmarkerGroup(), second.landmarkerStartGroup())) {
            assertThat(broker.committed(group, first.imagesRaw())).isEqualTo(Map.of(0, 17L, 1, 4L, 2, 0L));
        }
        assertThat(new TopicCheck(broker.admin())
                        .partitions(List.of(first.imagesRaw(), first.imagesTaken(), second.imagesTaken())))
                .isEqualTo(Map.of(first.imagesRaw(), 3, first.imagesTaken(), 2, second.imagesTaken(), 3));
        // And back: what the second has read by then is not read again.
        broker.commit(second.landmarkerGroup(), first.imagesRaw(), Map.of(0, 20L, 1, 5L, 2, 7L));
        GenerationSwitch back = new GenerationSwitch(broker.admin(), second, first);
        assertThat(back.begin(back.stoppedAt(), 2, (short) 1)).isEmpty();
        assertThat(broker.committed(first.landmarkerGroup(), first.imagesRaw()))
                .isEqualTo(Map.of(0, 20L, 1, 5L, 2, 7L));
    }

    @Test
    void nothingIsChangedWhileALandmarkerRuns() {
        Topics first = broker.prepare(2);
        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", first.landmarkerGroup()));
        try (KafkaConsumer<byte[], byte[]> landmarker =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            landmarker.subscribe(List.of(first.imagesRaw()));
            while (landmarker.assignment().isEmpty()) {
                landmarker.poll(Duration.ofMillis(100));
            }

            assertThatThrownBy(() -> new GenerationSwitch(
                                    broker.admin(), first, first.inGeneration("g2."), Duration.ofMillis(1))
                            .stoppedAt())
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining(first.landmarkerGroup());
        }
    }

    @Test
    void aGenerationThatHasNotBegunIsNotMadeByTheWay() throws Exception {
        Topics second = broker.prepare(2).inGeneration("g2.");

        assertThatThrownBy(() -> new TopicAdministrator(broker.admin(), second, 2, (short) 1).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("repartition --into g2.");
        assertThat(broker.admin().listTopics().names().get())
                .noneMatch(name -> name.startsWith(second.prefix() + "g2."));
    }

    @Test
    void twoChainsAreNoGenerationsOfEachOther() {
        assertThatThrownBy(() -> new GenerationSwitch(broker.admin(), new Topics("a."), new Topics("b.")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GenerationSwitch(broker.admin(), new Topics("a."), new Topics("a.")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
