package org.emotionstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicAdministratorIT {
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
    void createsEveryTopicAndTheStartOffsetsOfEveryGroup() throws Exception {
        Topics topics = new Topics("create.");

        var prepared = administrator(topics, 2).prepare();

        assertThat(prepared.created()).isEqualTo(topics.all());
        // landmarker, featurizer, four workers: one topic each; combiner: five topics; 2 partitions each
        assertThat(prepared.startOffsets()).isEqualTo((6 + 5) * 2);
        assertThat(committed(topics.combinerGroup()))
                .containsEntry(new TopicPartition(topics.emotions("model-4"), 1), new OffsetAndMetadata(0));
        for (TopicSettings settings : TopicSettings.of(topics, 2, (short) 1)) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.name());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            settings.config().forEach((key, value) -> assertThat(config.get(key).value())
                    .as(settings.name() + " " + key)
                    .isEqualTo(value));
        }
    }

    @Test
    void againChangesNothingAndKeepsWhatAGroupHasCommitted() throws Exception {
        Topics topics = new Topics("again.");
        administrator(topics, 2).prepare();
        var partition = new TopicPartition(topics.imagesRaw(), 1);
        admin.alterConsumerGroupOffsets(topics.landmarkerGroup(), Map.of(partition, new OffsetAndMetadata(7)))
                .all()
                .get();
        admin.deleteConsumerGroupOffsets(
                        topics.featurizerGroup(), java.util.Set.of(new TopicPartition(topics.imagesLandmarks(), 0)))
                .all()
                .get();

        var prepared = administrator(topics, 2).prepare();

        assertThat(prepared.created()).isEmpty();
        assertThat(prepared.startOffsets()).isEqualTo(1);
        assertThat(committed(topics.landmarkerGroup())).containsEntry(partition, new OffsetAndMetadata(7));
    }

    @Test
    void aShadowBeginsAtTheEndOfTheOthersTopicWhateverItHadRead() throws Exception {
        Topics serving = new Topics("serving.");
        Topics shadow = new Topics("serving.shadow.");
        administrator(serving, 1).prepare();
        TopicAdministrator administrator = administrator(shadow, 1);
        administrator.prepare();
        var partition = new TopicPartition(serving.imagesRaw(), 0);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int sent = 1; sent <= 2; sent++) {
                producer.send(new ProducerRecord<>(serving.imagesRaw(), new byte[] {1}))
                        .get();

                administrator.startAtEnd(shadow.landmarkerGroup(), serving.imagesRaw());

                assertThat(committed(shadow.landmarkerGroup())).containsEntry(partition, new OffsetAndMetadata(sent));
            }
        }
        // The other's group is none of its business.
        assertThat(committed(serving.landmarkerGroup())).containsEntry(partition, new OffsetAndMetadata(0));
    }

    /** As after an upgrade that gives a group another topic to read: it was stopped a moment ago. */
    @Test
    void aGroupWhoseMemberHasNotLeftYetIsWaitedFor() throws Exception {
        Topics topics = new Topics("member.");
        administrator(topics, 2).prepare();
        join(topics.combinerGroup(), topics.emotions("model-1"));
        admin.deleteConsumerGroupOffsets(
                        topics.combinerGroup(), java.util.Set.of(new TopicPartition(topics.imagesTaken(), 0)))
                .all()
                .get();

        assertThat(administrator(topics, 2).prepare().startOffsets()).isEqualTo(1);
    }

    /** A member that is to keep its place, and so does not leave when it is closed. */
    private static void join(String group, String topic) {
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
        Topics topics = new Topics("other.");
        admin.createTopics(List.of(new NewTopic(topics.imagesFeatures(), 2, (short) 1)
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
        Topics topics = new Topics("partitions.");
        admin.createTopics(List.of(new NewTopic(topics.emotions("model-3"), 3, (short) 1)
                        .configs(Map.of(
                                "max.message.bytes",
                                Integer.toString(Limits.EMOTIONS_RECORD_BYTES),
                                "message.timestamp.type",
                                "LogAppendTime"))))
                .all()
                .get();

        assertThatThrownBy(() -> administrator(topics, 2).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("partitions.emotions.model-3=3")
                .hasMessageContaining("partitions.emotions.model-1=2");
    }

    @Test
    void rejectedPicturesAreNotKeptForLongerThanRawOnes() throws Exception {
        Topics topics = new Topics("longer.");
        administrator(topics, 2).prepare();
        keep(topics.imagesRejected(), 6 * 3_600_000L + 1);

        assertThatThrownBy(() -> administrator(topics, 2).prepare())
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("longer.images.rejected keeps pictures for 21600001 ms")
                .hasMessageContaining("only for 21600000 ms");
        keep(topics.imagesRejected(), 3_600_000);
        assertThat(administrator(topics, 2).prepare().created()).isEmpty();
    }

    private static void keep(String topic, long millis) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var kept = new AlterConfigOp(new ConfigEntry("retention.ms", Long.toString(millis)), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(kept))).all().get();
    }

    private static TopicAdministrator administrator(Topics topics, int partitions) {
        return new TopicAdministrator(admin, topics, partitions, (short) 1);
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(String group) throws Exception {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }
}
