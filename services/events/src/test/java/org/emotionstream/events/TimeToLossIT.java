package org.emotionstream.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;

class TimeToLossIT {
    private static final Duration KEPT = TopicSettings.PIXELS_KEPT;
    private static final Duration EXACT = KEPT.dividedBy(4096).plusSeconds(1);

    @Test
    void fallsWithTheAgeOfTheOldestRecordThatIsNotCommittedAndIsWholeAgainWhenAllAre() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Topics topics = new Topics("");
            new TopicAdministrator(admin, topics, 2, (short) 1).prepare();
            assertThat(timeToLoss(admin, topics, Instant.now())).isEqualTo(KEPT);

            Instant sent = send(broker, topics);

            Duration fresh = timeToLoss(admin, topics, sent.plusSeconds(60));
            assertThat(fresh)
                    .isBetween(
                            KEPT.minusSeconds(60).minus(EXACT),
                            KEPT.minusSeconds(60).plus(EXACT));
            Duration later = timeToLoss(admin, topics, sent.plus(Duration.ofHours(5)));
            assertThat(later)
                    .isBetween(
                            KEPT.minus(Duration.ofHours(5)).minus(EXACT),
                            KEPT.minus(Duration.ofHours(5)).plus(EXACT));
            assertThat(timeToLoss(admin, topics, sent.plus(KEPT).plusSeconds(60)))
                    .isZero();

            assertThat(lag(admin, topics)).isEqualTo(Map.of(topics.imagesRaw(), 3L, topics.imagesTaken(), 0L));

            commit(admin, topics, 2);
            assertThat(lag(admin, topics)).containsEntry(topics.imagesRaw(), 1L);
            assertThat(timeToLoss(admin, topics, sent.plus(Duration.ofHours(5))))
                    .as("one record is still unread")
                    .isLessThan(KEPT.minus(Duration.ofHours(4)));
            commit(admin, topics, 3);
            assertThat(timeToLoss(admin, topics, sent.plus(Duration.ofHours(5))))
                    .isEqualTo(KEPT);
        }
    }

    private static Map<String, Long> lag(Admin admin, Topics topics) {
        List<String> read = List.of(topics.imagesRaw(), topics.imagesTaken());
        return GroupLag.byTopic(new GroupLag(admin, topics.landmarkerGroup(), read).unread());
    }

    private static Duration timeToLoss(Admin admin, Topics topics, Instant now) {
        return new TimeToLoss(
                        admin, topics.landmarkerGroup(), List.of(topics.imagesRaw()), Clock.fixed(now, ZoneOffset.UTC))
                .now();
    }

    private static Instant send(LocalBroker broker, Topics topics) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long timestamp = 0;
            for (int i = 0; i < 3; i++) {
                timestamp = producer.send(new ProducerRecord<>(topics.imagesRaw(), 1, null, new byte[] {1}))
                        .get()
                        .timestamp();
            }
            return Instant.ofEpochMilli(timestamp);
        }
    }

    private static void commit(Admin admin, Topics topics, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        topics.landmarkerGroup(),
                        Map.of(new TopicPartition(topics.imagesRaw(), 1), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
