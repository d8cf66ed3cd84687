package org.emotionstream.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.ImageIdentity;

/** What happened to pictures, told in order, and the verdict on it. Everything lies in partition 0. */
final class Story {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration HORIZON = Duration.ofHours(30);

    private static final Topics TOPICS = new Topics("");

    final AuditFacts facts = new AuditFacts(HORIZON);
    Instant judgedSince = Instant.EPOCH;
    Instant finalsKept = Instant.EPOCH;
    Instant rejectedKept = Instant.EPOCH;
    private Instant entered = NOW.minusSeconds(60);
    private long landmarkerRead = Long.MAX_VALUE;
    private long combinerRead = Long.MAX_VALUE;
    private long messages;

    static ImageIdentity image(String id) {
        return new ImageIdentity(id, "00112233445566778899aabbccddeeff");
    }

    /** What follows entered so long ago. */
    Story ago(Duration age) {
        entered = NOW.minus(age);
        return this;
    }

    Story forwarded(String id, long rawOffset) {
        return taken(id, 1, false, rawOffset);
    }

    Story taken(String id, int attempt, boolean rejected, long rawOffset) {
        MessagePlace message = new MessagePlace(MessagePlace.Topic.TAKEN, new RecordPlace(0, messages++));
        facts.taken(image(id), attempt, rejected, new RecordPlace(0, rawOffset), message, entered);
        return this;
    }

    Story ledger(String id, Standing state) {
        return ledger(id, state, 1, state.answered() ? 1 : 0);
    }

    Story ledger(String id, Standing state, int attempt, int revision) {
        facts.ledger(image(id), state, attempt, revision, entered);
        return this;
    }

    Story answered(String id) {
        facts.answered(image(id), entered, new MessagePlace(MessagePlace.Topic.FINAL, new RecordPlace(0, messages++)));
        return this;
    }

    Story amended(String id, int revision) {
        MessagePlace place = new MessagePlace(MessagePlace.Topic.AMENDED, new RecordPlace(0, messages++));
        facts.amended(image(id), revision, entered, place);
        return this;
    }

    Story setAside(long rawOffset) {
        facts.setAside(new RecordPlace(0, rawOffset));
        return this;
    }

    Story landmarkerRead(long offset) {
        landmarkerRead = offset;
        return this;
    }

    Story combinerRead(long offset) {
        combinerRead = offset;
        return this;
    }

    Verdict verdict() {
        return Verdict.of(facts, bounds(), 100);
    }

    private AuditBounds bounds() {
        return new AuditBounds(
                TOPICS,
                NOW,
                Duration.ofMinutes(2),
                judgedSince,
                finalsKept,
                Instant.EPOCH,
                rejectedKept,
                position(TOPICS.imagesRaw(), landmarkerRead),
                position(TOPICS.imagesTaken(), combinerRead));
    }

    private static GroupPositions position(String topic, long offset) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        offsets.put(new TopicPartition(topic, 0), offset);
        return new GroupPositions(offsets);
    }
}
