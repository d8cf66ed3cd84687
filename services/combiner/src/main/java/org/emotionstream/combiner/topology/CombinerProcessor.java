package org.emotionstream.combiner.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.emotionstream.combiner.join.Answered;
import org.emotionstream.combiner.join.ImageIdentity;
import org.emotionstream.combiner.join.ImageState;
import org.emotionstream.combiner.join.JoinOutcome;
import org.emotionstream.combiner.join.NotSeen;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.Topics;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.jboss.logging.Logger;

/** Reads distributions, keeps open joins, and sends answers on; one for each partition (task). */
final class CombinerProcessor implements Processor<Bytes, Arrival, Bytes, Object> {
    /** How often deadlines are looked at. */
    static final Duration TICK = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(CombinerProcessor.class);

    private final CombinerParts parts;
    private final Map<String, String> modelsByTopic;
    private final KeyPartitions keyPartitions;
    private ProcessorContext<Bytes, Object> context;
    private OpenJoins openJoins;
    private AnsweredImages answeredImages;
    private Deadlines deadlines;

    CombinerProcessor(CombinerParts parts) {
        this.parts = parts;
        this.modelsByTopic = Topics.MODELS.stream().collect(Collectors.toMap(parts.topics()::emotions, model -> model));
        this.keyPartitions = new KeyPartitions(parts.partitions());
    }

    @Override
    public void init(ProcessorContext<Bytes, Object> context) {
        this.context = context;
        openJoins = new OpenJoins(context.getStateStore(OpenJoins.STORE));
        answeredImages = new AnsweredImages(context.getStateStore(AnsweredImages.STORE), parts.horizon());
        int partition = context.taskId().partition();
        deadlines = new Deadlines(
                parts.deadline(),
                (keys, now) -> new StruckJoins(
                        keys, () -> parts.branchEnds().ask(partition).toCompletableFuture(), now));
        // After a restore every deadline starts anew: nobody was there to read in time.
        openJoins.keys().forEach(key -> deadlines.start(key, context.currentSystemTimeMs()));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<Bytes, Arrival> record) {
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic knows where it lies"));
        deadlines.read(modelsByTopic.get(where.topic()), where.offset() + 1);
        Arrival arrival = record.value().underKey(record.key());
        if (arrival instanceof Arrival.Unreadable unreadable) {
            quarantine(record, unreadable, where);
        } else if (arrival instanceof Arrival.Readable readable) {
            keyPartitions.check(record.key(), where);
            receive(readable.message(), Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void receive(EmotionDistributions message, Instant at) {
        ImageIdentity image = ImageIdentity.of(message);
        Bytes key = ImageKey.of(image);
        ImageState state = stateOf(image, key);
        JoinOutcome outcome = state.arrive(message, at);
        if (outcome instanceof JoinOutcome.Waiting waiting) {
            parts.metrics().joined.increment();
            keep(key, waiting.join(), state);
        } else if (outcome instanceof JoinOutcome.Due due) {
            parts.metrics().joined.increment();
            answer(key, due, at);
        } else if (outcome instanceof JoinOutcome.Duplicate) {
            parts.metrics().duplicates.increment();
        } else if (outcome instanceof JoinOutcome.Late) {
            parts.metrics().late.increment();
        }
    }

    private ImageState stateOf(ImageIdentity image, Bytes key) {
        Optional<OpenJoin> open = openJoins.find(key);
        if (open.isPresent()) {
            return open.get();
        }
        AnsweredImages.Memory memory = answeredImages.recall(image, key, context.currentStreamTimeMs());
        if (memory.answered().isPresent()) {
            return memory.answered().get();
        }
        if (memory.anotherPicture() || openJoins.holdsAnotherPicture(image, key)) {
            IdConflicts.found(image, parts.metrics());
        }
        return new NotSeen();
    }

    private void keep(Bytes key, OpenJoin join, ImageState before) {
        openJoins.keep(key, join);
        if (!(before instanceof OpenJoin earlier)) {
            deadlines.start(key, context.currentSystemTimeMs());
        } else if (join.attemptCount() > earlier.attemptCount()) {
            parts.metrics().repeatedAttempts.increment();
        }
    }

    private void answer(Bytes key, JoinOutcome.Due due, Instant lastArrival) {
        long now = context.currentSystemTimeMs();
        ImageEmotions answer = parts.answers().apply(due, Instant.ofEpochMilli(now));
        Bytes imageId = Bytes.wrap(answer.getImageId().getBytes(StandardCharsets.UTF_8));
        context.forward(new Record<>(imageId, answer, now), CombinerTopology.ANSWERS);
        openJoins.remove(key);
        deadlines.stop(key);
        // After a restart the stream has no time until a record comes; what arrived before has.
        long streamTime = Math.max(context.currentStreamTimeMs(), lastArrival.toEpochMilli());
        answeredImages.remember(key, Answered.by(due.distributions()), streamTime);
        (due.partial() ? parts.metrics().partial : parts.metrics().complete).increment();
    }

    private void tick(long now) {
        for (Bytes key : deadlines.expire(now, this::missing)) {
            openJoins.find(key).ifPresent(join -> answer(key, join.expire(), join.openedAt()));
        }
        parts.metrics()
                .report(
                        context.taskId(),
                        new CombinerMetrics.OpenJoinsOfTask(
                                openJoins.keys().size(), deadlines.held(), openJoins.oldest()));
    }

    private Set<String> missing(Bytes key) {
        return openJoins.find(key).map(OpenJoin::missing).orElse(Set.of());
    }

    private void quarantine(Record<Bytes, Arrival> record, Arrival.Unreadable unreadable, RecordMetadata where) {
        LOG.errorf(
                "cannot read the record on %s, partition %d, offset %d: %s. It goes to %s; who wrote it?",
                where.topic(),
                where.partition(),
                where.offset(),
                unreadable.reason(),
                parts.topics().quarantine());
        parts.metrics().quarantined.increment();
        context.forward(Quarantine.record(record, unreadable, where, parts.topics()), CombinerTopology.QUARANTINE);
    }

    @Override
    public void close() {
        parts.metrics().forget(context.taskId());
    }
}
