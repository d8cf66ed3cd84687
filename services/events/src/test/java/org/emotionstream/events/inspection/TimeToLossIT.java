package org.emotionstream.events.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.administration.TopicSettings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimeToLossIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private static final Duration KEPT = TopicSettings.PIXELS_KEPT;
    private static final Duration EXACT = KEPT.dividedBy(4096).plusSeconds(1);

    @Test
    void fallsWithTheAgeOfTheOldestRecordThatIsNotCommittedAndIsWholeAgainWhenAllAre() {
        Topics topics = broker.prepare(2);
        assertThat(timeToLoss(topics, Instant.now())).isEqualTo(KEPT);

        Instant sent = send(topics);

        Duration fresh = timeToLoss(topics, sent.plusSeconds(60));
        assertThat(fresh)
                .isBetween(
                        KEPT.minusSeconds(60).minus(EXACT),
                        KEPT.minusSeconds(60).plus(EXACT));
        Duration later = timeToLoss(topics, sent.plus(Duration.ofHours(5)));
        assertThat(later)
                .isBetween(
                        KEPT.minus(Duration.ofHours(5)).minus(EXACT),
                        KEPT.minus(Duration.ofHours(5)).plus(EXACT));
        assertThat(timeToLoss(topics, sent.plus(KEPT).plusSeconds(60))).isZero();

        assertThat(lag(topics)).isEqualTo(Map.of(topics.imagesRaw(), 3L, topics.imagesTaken(), 0L));

        broker.commit(topics.landmarkerGroup(), topics.imagesRaw(), Map.of(1, 2L));
        assertThat(lag(topics)).containsEntry(topics.imagesRaw(), 1L);
        assertThat(timeToLoss(topics, sent.plus(Duration.ofHours(5))))
                .as("one record is still unread")
                .isLessThan(KEPT.minus(Duration.ofHours(4)));
        broker.commit(topics.landmarkerGroup(), topics.imagesRaw(), Map.of(1, 3L));
        assertThat(timeToLoss(topics, sent.plus(Duration.ofHours(5)))).isEqualTo(KEPT);
    }

    private Map<String, Long> lag(Topics topics) {
        List<String> read = List.of(topics.imagesRaw(), topics.imagesTaken());
        return GroupLag.byTopic(new GroupLag(broker.admin(), topics.landmarkerGroup(), read).unread());
    }

    private Duration timeToLoss(Topics topics, Instant now) {
        GroupLag lag = new GroupLag(broker.admin(), topics.landmarkerGroup(), List.of(topics.imagesRaw()));
        return new TimeToLoss(broker.admin(), lag, Clock.fixed(now, ZoneOffset.UTC)).of(lag.unread());
    }

    private Instant send(Topics topics) {
        long timestamp = 0;
        for (int i = 0; i < 3; i++) {
            timestamp = broker.send(new ProducerRecord<>(topics.imagesRaw(), 1, null, new byte[] {1}))
                    .timestamp();
        }
        return Instant.ofEpochMilli(timestamp);
    }
}
