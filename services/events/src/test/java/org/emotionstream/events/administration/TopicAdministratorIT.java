package org.emotionstream.events.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.administration.TopicAdministrator.BeginAt;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicAdministratorIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void createsEveryTopicAndTheStartOffsetsOfEveryGroup() throws Exception {
        Topics topics = broker.topics();

        var prepared = administrator(topics, 2).prepare();

        assertThat(prepared.created()).isEqualTo(topics.all());
        // landmarker, featurizer, four workers: one topic each; combiner: five topics; 2 partitions each
        assertThat(prepared.startOffsets()).isEqualTo((6 + 5) * 2);
        assertThat(broker.committed(topics.combinerGroup(), topics.emotions("model-4")))
                .containsEntry(1, 0L);
        for (TopicSettings settings : TopicSettings.of(topics, 2, (short) 1)) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.name());
            var config = broker.admin()
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource);
            settings.config().forEach((key, value) -> assertThat(config.get(key).value())
                    .as(settings.name() + " " + key)
                    .isEqualTo(value));
        }
    }

    @Test
    void againChangesNothingAndKeepsWhatAGroupHasCommitted() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 2).prepare();
        broker.commit(topics.landmarkerGroup(), topics.imagesRaw(), Map.of(1, 7L));
        broker.admin()
                .deleteConsumerGroupOffsets(
                        topics.featurizerGroup(), Set.of(new TopicPartition(topics.imagesLandmarks(), 0)))
                .all()
                .get();

        var prepared = administrator(topics, 2).prepare();

        assertThat(prepared.created()).isEmpty();
        assertThat(prepared.startOffsets()).isEqualTo(1);
        assertThat(broker.committed(topics.landmarkerGroup(), topics.imagesRaw()))
                .containsEntry(1, 7L);
    }

    @Test
    void aShadowBeginsAtTheEndOfTheOthersTopicWhateverItHadRead() throws Exception {
        Topics serving = broker.topics();
        Topics shadow = new Topics(serving.prefix() + "shadow.");
        administrator(serving, 1).prepare();
        TopicAdministrator administrator = administrator(shadow, 1);
        administrator.prepare();
        for (long sent = 1; sent <= 2; sent++) {
            broker.send(new ProducerRecord<>(serving.imagesRaw(), new byte[] {1}));

            administrator.startAtEnd(shadow.landmarkerGroup(), serving.imagesRaw());

            assertThat(broker.committed(shadow.landmarkerGroup(), serving.imagesRaw()))
                    .containsEntry(0, sent);
        }
        // The other's group is none of its business.
        assertThat(broker.committed(serving.landmarkerGroup(), serving.imagesRaw()))
                .containsEntry(0, 0L);
    }

    /** As after an upgrade that gives a group another topic to read: it was stopped a moment ago. */
    @Test
    void aGroupWhoseMemberHasNotLeftYetIsWaitedFor() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 2).prepare();
        join(topics.combinerGroup(), topics.emotions("model-1"));
        broker.admin()
                .deleteConsumerGroupOffsets(topics.combinerGroup(), Set.of(new TopicPartition(topics.imagesTaken(), 0)))
                .all()
                .get();

        assertThat(administrator(topics, 2).prepare().startOffsets()).isEqualTo(1);
    }

    /** A member that is to keep its place, and so does not leave when it is closed. */
    private void join(String group, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                group,
                "group.instance.id",
                "one",
                "session.timeout.ms",
                6000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
        }
    }

    @Test
    void aTopicWithOtherSettingsIsAnErrorThatNamesBothSides() throws Exception {
        Topics topics = broker.topics();
        broker.admin()
                .createTopics(List.of(new NewTopic(topics.imagesFeatures(), 2, (short) 1)
                        .configs(Map.of("max.message.bytes", "1000000", "message.timestamp.type", "LogAppendTime"))))
                .all()
                .get();

        assertThatThrownBy(() -> administrator(topics, 2).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining(topics.imagesFeatures())
                .hasMessageContaining("max.message.bytes=1000000")
                .hasMessageContaining(Integer.toString(Limits.TILES_RECORD_BYTES));
    }

    @Test
    void theFourTopicsThatAreJoinedNeedTheSamePartitions() throws Exception {
        Topics topics = broker.topics();
        broker.admin()
                .createTopics(List.of(new NewTopic(topics.emotions("model-3"), 3, (short) 1)
                        .configs(Map.of(
                                "max.message.bytes",
                                Integer.toString(Limits.EMOTIONS_RECORD_BYTES),
                                "message.timestamp.type",
                                "LogAppendTime"))))
                .all()
                .get();

        assertThatThrownBy(() -> administrator(topics, 2).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining(topics.emotions("model-3") + "=3")
                .hasMessageContaining(topics.emotions("model-1") + "=2");
    }

    @Test
    void rejectedPicturesAreNotKeptForLongerThanRawOnes() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 2).prepare();
        broker.alter(topics.imagesRejected(), "retention.ms", "21600001");

        assertThatThrownBy(() -> administrator(topics, 2).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining(topics.imagesRejected() + " PT7H0.001S = retention.ms PT6H0.001S")
                .hasMessageContaining(topics.imagesRaw() + " PT7H = retention.ms PT6H");
        broker.alter(topics.imagesRejected(), "retention.ms", "3600000");
        assertThat(administrator(topics, 2).prepare().created()).isEmpty();
    }

    @Test
    void aGroupThatHasLostItsOffsetsIsNamedAndNothingIsCommittedUntilSomebodySaysWhereItBegins() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 1).prepare();
        broker.send(new ProducerRecord<>(topics.imagesTaken(), new byte[] {1}));
        broker.send(new ProducerRecord<>(topics.imagesLandmarks(), new byte[] {1}));
        broker.send(new ProducerRecord<>(topics.imagesFeatures(), new byte[] {1}));
        forget(topics.featurizerGroup(), topics.imagesLandmarks());
        forget(topics.cnnWorkerGroup("model-1"), topics.imagesFeatures());

        assertThatThrownBy(() -> administrator(topics, 1).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining(
                        topics.featurizerGroup() + " on " + topics.imagesLandmarks() + "-0, which holds offsets 0 to 1")
                .hasMessageContaining(topics.cnnWorkerGroup("model-1"))
                .hasMessageContaining("./emotionstream topics --begin-at earliest");
        assertThat(broker.committed(topics.featurizerGroup(), topics.imagesLandmarks()))
                .isEmpty();

        assertThat(administrator(topics, 1).prepare(Optional.of(BeginAt.LATEST)).startOffsets())
                .isEqualTo(2);
        assertThat(broker.committed(topics.featurizerGroup(), topics.imagesLandmarks()))
                .containsEntry(0, 1L);
        forget(topics.featurizerGroup(), topics.imagesLandmarks());
        administrator(topics, 1).prepare(Optional.of(BeginAt.EARLIEST));
        assertThat(broker.committed(topics.featurizerGroup(), topics.imagesLandmarks()))
                .containsEntry(0, 0L);
    }

    private void forget(String group, String topic) throws Exception {
        broker.admin()
                .deleteConsumerGroupOffsets(group, Set.of(new TopicPartition(topic, 0)))
                .all()
                .get();
    }

    @Test
    void picturesThatCamerasSentBeforeTheFirstStartAreRead() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 1).prepare();
        broker.send(new ProducerRecord<>(topics.imagesRaw(), new byte[] {1}));
        forget(topics.landmarkerGroup(), topics.imagesRaw());

        assertThat(administrator(topics, 1).prepare().startOffsets()).isEqualTo(1);
    }

    @Test
    void aPartitionThatWasAddedIsReadFromItsBeginning() throws Exception {
        Topics topics = broker.topics();
        administrator(topics, 1).prepare();
        broker.send(new ProducerRecord<>(topics.imagesTaken(), new byte[] {1}));
        broker.admin()
                .createPartitions(Map.of(topics.imagesRaw(), NewPartitions.increaseTo(2)))
                .all()
                .get();
        broker.send(new ProducerRecord<>(topics.imagesRaw(), 1, null, new byte[] {1}));

        assertThat(administrator(topics, 1).prepare().startOffsets()).isEqualTo(1);
        assertThat(broker.committed(topics.landmarkerGroup(), topics.imagesRaw()))
                .containsEntry(1, 0L);
    }

    @Test
    void brokersThatForgetOffsetsSoonerThanTopicsForgetRecordsAreNamed() {
        Topics topics = broker.topics();
        assertThat(administrator(topics, 1).prepare().differences()).isEmpty();
        broker.alter(
                topics.imagesTaken(),
                "retention.ms",
                Long.toString(Duration.ofDays(80).toMillis()));

        assertThat(administrator(topics, 1).prepare().differences())
                .filteredOn(found -> found.topic().equals("brokers"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.setting()).isEqualTo("offsets.retention.minutes");
                    // 80 days and a segment of 5.
                    assertThat(found.ours()).isEqualTo("at least 122400");
                    assertThat(found.found()).isEqualTo("86400");
                });
    }

    private TopicAdministrator administrator(Topics topics, int partitions) {
        return new TopicAdministrator(broker.admin(), topics, partitions, (short) 1);
    }
}
