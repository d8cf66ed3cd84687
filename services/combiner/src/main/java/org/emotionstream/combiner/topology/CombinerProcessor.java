package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.emotionstream.combiner.ledger.ReadUpTo;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.logging.RateLimitedLog;
import org.emotionstream.events.loop.Place;
import org.emotionstream.events.wire.OriginHeaders;
import org.jboss.logging.Logger;

/** Reads what was taken and what the networks say, and sends answers on; one for each partition (task). */
final class CombinerProcessor implements Processor<Bytes, Arrival, Bytes, Object> {
    /** How often deadlines and the age of open images are looked at. */
    static final Duration TICK = Duration.ofMillis(200);

    /** How often they are looked at while nothing is open: Kafka Streams ends a transaction after each tick, whatever it did. */
    static final Duration IDLE_TICK = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(CombinerProcessor.class);

    private final CombinerParts parts;
    private final Supplier<CommitPace> paceOfThread;
    private final Map<String, String> modelsByTopic;
    private final KeyPartitions keyPartitions;
    private final RateLimitedLog quarantined = new RateLimitedLog();
    private final BrokerTime brokerTime = new BrokerTime();
    private ProcessorContext<Bytes, Object> context;
    private Cancellable ticking;
    private boolean idle;
    private OpenJoins openJoins;
    private OpenImages openImages;
    private BooksStore books;
    private Deadlines deadlines;
    private DistributionArrivals distributions;
    private TakenArrivals taken;
    private OldImages oldImages;
    private AnswerCommits commits;

    /** @param paceOfThread the pace of the thread that asks */
    CombinerProcessor(CombinerParts parts, Supplier<CommitPace> paceOfThread) {
        this.parts = parts;
        this.paceOfThread = paceOfThread;
        this.modelsByTopic = Topics.MODELS.stream().collect(Collectors.toMap(parts.topics()::emotions, model -> model));
        this.keyPartitions = new KeyPartitions(parts.partitions());
    }

    @Override
    public void init(ProcessorContext<Bytes, Object> context) {
        this.context = context;
        // A task that Kafka Streams revives begins anew with the same processor.
        idle = false;
        openJoins = new OpenJoins(context.getStateStore(OpenJoins.STORE));
        commits = new AnswerCommits(
                context, paceOfThread.get(), writer(), () -> !openJoins.keys().isEmpty());
        books = new BooksStore(context.getStateStore(BooksStore.STORE));
        openImages = new OpenImages(
                context.getStateStore(OpenImages.STORE), books.books().balance(0));
        var settled = new SettledImages(context.getStateStore(SettledImages.STORE), parts.horizon());
        var partialAnswers =
                new PartialAnswers(context.getStateStore(PartialAnswers.STORE), parts.horizon(), parts.registry());
        Images images = new Images(openImages, settled, books, new Ledger(context, parts.clock()), parts.metrics());
        deadlines = deadlines(context.taskId().partition());
        distributions = new DistributionArrivals(
                parts, context, images, openJoins, partialAnswers, deadlines, this::latestKnownTime, commits::answered);
        taken = new TakenArrivals(images, openJoins::holds, parts.metrics());
        oldImages = new OldImages(images, openImages, openJoins::holds, parts.horizon());
        // After a restore every deadline starts anew: nobody was there to read in time.
        openJoins.keys().forEach(key -> deadlines.start(key, context.currentSystemTimeMs()));
        tickEvery(TICK);
    }

    private void tickEvery(Duration interval) {
        ticking = context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void idle(boolean now) {
        if (now != idle) {
            idle = now;
            commits.rests(now);
            ticking.cancel();
            tickEvery(now ? IDLE_TICK : TICK);
        }
    }

    /** Writes what the stores keep back until the transaction ends. */
    private Runnable writer() {
        List<CachedStateStore<?, ?>> keptBack = new ArrayList<>();
        for (String store : List.of(OpenJoins.STORE, OpenImages.STORE, BooksStore.STORE)) {
            if (context.getStateStore(store) instanceof CachedStateStore<?, ?> cached) {
                keptBack.add(cached);
            }
        }
        return () -> keptBack.forEach(CachedStateStore::flushCache);
    }

    private Deadlines deadlines(int partition) {
        return new Deadlines(
                parts.deadline(), () -> parts.branchEnds().ask(partition).toCompletableFuture());
    }

    @Override
    public void process(Record<Bytes, Arrival> record) {
        long begun = System.nanoTime();
        idle(false);
        brokerTime.advance(context.currentStreamTimeMs(), context.currentSystemTimeMs());
        parts.metrics().times.begun(record.timestamp(), latestKnownTime());
        receive(record);
        // A tick would end a transaction of its own after that of this answer.
        if (commits.takeAtOnce() && nothingIsOpen()) {
            report();
            idle(true);
        }
        parts.metrics().times.ended(begun);
    }

    private boolean nothingIsOpen() {
        return openJoins.keys().isEmpty() && openImages.count() == 0;
    }

    private void receive(Record<Bytes, Arrival> record) {
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic knows where it lies"));
        if (modelsByTopic.containsKey(where.topic())) {
            deadlines.read(modelsByTopic.get(where.topic()), where.offset() + 1);
        }
        Arrival arrival = keyPartitions.check(record.value().underKey(record.key()), record.key(), where);
        if (arrival instanceof Arrival.Unreadable unreadable) {
            quarantine(record, unreadable, where);
            return;
        }
        if (arrival instanceof Arrival.Distributions read) {
            boolean tooOld = tooOld(read.message().getEnteredAt());
            distributions.receive(
                    read.message(), Instant.ofEpochMilli(record.timestamp()), tooOld, Traced.of(record, where, parts));
        } else if (arrival instanceof Arrival.Taken read) {
            ReadUpTo through = new ReadUpTo(where.offset() + 1, record.timestamp());
            taken.receive(
                    read.message(), tooOld(read.message().getEnteredAt()), context.currentStreamTimeMs(), through);
        }
    }

    /** For metrics only: our wall clock, or the broker's where a record has told that it is ahead. */
    private long latestKnownTime() {
        long wallClock = parts.clock().millis();
        return Math.max(wallClock, brokerTime.at(context.currentSystemTimeMs()).orElse(wallClock));
    }

    // By the time of the stream, which is not behind that of the record: so much is forgotten by now.
    private boolean tooOld(Instant enteredAt) {
        return context.currentStreamTimeMs() - enteredAt.toEpochMilli()
                > parts.horizon().toMillis();
    }

    private void tick(long now) {
        brokerTime.advance(context.currentStreamTimeMs(), now);
        deadlines.expire(now, distributions::missing).forEach(distributions::expire);
        oldImages.expire(brokerTime.at(now));
        report();
        idle(nothingIsOpen());
    }

    private void report() {
        parts.metrics()
                .report(
                        context.taskId(),
                        new CombinerMetrics.Task(
                                openJoins.keys().size(),
                                deadlines.held(),
                                openJoins.oldest(),
                                books.books(),
                                openImages.count(),
                                openImages.oldest()));
    }

    private void quarantine(Record<Bytes, Arrival> record, Arrival.Unreadable unreadable, RecordMetadata where) {
        TopicPartition partition = new TopicPartition(where.topic(), where.partition());
        quarantined.log(others -> LOG.errorf(
                "the combiner cannot use %s: %s. It goes to %s (and %d more since the last such line); who wrote it?",
                Place.of(partition, where.offset()),
                Printable.of(unreadable.reason()),
                parts.topics().quarantine(),
                others));
        parts.metrics().quarantined.increment();
        Headers headers = OriginHeaders.of(
                record.headers(),
                partition,
                where.offset(),
                ServiceNames.COMBINER,
                OriginHeaders.UNREADABLE,
                unreadable.reason());
        context.forward(
                new Record<>(record.key(), unreadable.bytes(), record.timestamp(), headers),
                CombinerTopology.QUARANTINE);
    }

    @Override
    public void close() {
        commits.close();
        parts.metrics().forget(context.taskId());
    }
}
