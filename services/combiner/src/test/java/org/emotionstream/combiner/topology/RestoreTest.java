package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.combiner.ledger.Books;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.ReadUpTo;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A processor that begins on stores that were restored. */
class RestoreTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration HORIZON = Duration.ofHours(30);
    private static final ImageTaken TAKEN = Messages.taken("a", 1, 7);
    private static final EmotionDistributions FIRST = Messages.of("a", 1, "model-1");

    private Tracing tracing = Tracing.off("combiner");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @TempDir
    private Path folder;

    private MockProcessorContext<Bytes, Object> context;
    private Map<String, StateStore> stores;
    private long now;

    @BeforeEach
    void storesAsTheyWereRestored() throws IOException {
        ReleaseFolder.write(folder, Messages.RELEASE);
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        now = Messages.ENTERED.plus(Duration.ofHours(1)).toEpochMilli();
        context.setCurrentSystemTimeMs(now);
        context.setCurrentStreamTimeMs(Messages.ENTERED.toEpochMilli());
        stores = new HashMap<>();
        for (StoreBuilder<?> builder : List.of(
                OpenJoins.builder(Map.of(), Schemas.none()),
                BooksStore.builder(Map.of()),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(OpenImages.STORE), Serdes.Bytes(), Serdes.ByteArray()))) {
            StateStore store =
                    builder.withLoggingDisabled().withCachingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            stores.put(store.name(), store);
        }
        context.addStateStore(forgetful(SettledImages.STORE));
        context.addStateStore(forgetful(PartialAnswers.STORE));
    }

    // Those in segments of time need the real Streams: here they remember nothing.
    private static StateStore forgetful(String name) {
        Object nothing = proxy(WindowStoreIterator.class, method -> method.equals("hasNext") ? false : null);
        return (StateStore) proxy(WindowStore.class, method -> switch (method) {
            case "name" -> name;
            case "backwardFetch" -> nothing;
            default -> null;
        });
    }

    private static Object proxy(Class<?> type, Function<String, Object> answer) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.apply(method.getName()));
    }

    @Test
    void deadlinesStartAnew() {
        this.<OpenJoin>store(OpenJoins.STORE).put(key(), new OpenJoin(Messages.ENTERED, List.of(FIRST)));
        begin();

        tickAfter(DEADLINE.minusMillis(1));
        assertThat(answers())
                .as("it was opened an hour ago, but nobody was there")
                .isEmpty();
        tickAfter(Duration.ofMillis(1));
        assertThat(answers()).singleElement().satisfies(answer -> assertThat(answer.getPartial())
                .isTrue());
    }

    @Test
    void tracesGoOn() {
        TraceHeaders trace = new TraceHeaders("00-" + "ab".repeat(16) + "-" + "cd".repeat(8) + "-01", "");
        this.<OpenJoin>store(OpenJoins.STORE)
                .put(key(), new OpenJoin(Messages.ENTERED, List.of(FIRST), List.of(trace)));
        tracing = Tracing.with("combiner", TELEMETRY.getOpenTelemetry().getTracer("test"));
        begin();

        tickAfter(DEADLINE);
        assertThat(TELEMETRY.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo("ab".repeat(16));
            assertThat(span.getLinks()).singleElement().satisfies(link -> assertThat(
                            link.getSpanContext().getSpanId())
                    .isEqualTo("cd".repeat(8)));
        });
    }

    @Test
    void booksGoOnAndOpenImagesAreCounted() {
        OpenImages before = new OpenImages(store(OpenImages.STORE), 0);
        before.put(key(), OpenImage.of(TAKEN));
        BooksStore books = new BooksStore(store(BooksStore.STORE));
        books.change(known -> known.andTaken().andTaken());
        books.change(known -> known.andSettled(Settled.Kind.REJECTED));
        begin();

        tickAfter(Duration.ofMillis(1));
        assertThat(gauge("combiner.ledger.images")).isEqualTo(1);
        assertThat(gauge("combiner.ledger.balance")).isZero();
    }

    @Test
    void anImageThatWasLostBeforeIsMissingAfterwardsToo() {
        new BooksStore(store(BooksStore.STORE)).change(known -> known.andTaken());
        begin();

        tickAfter(Duration.ofMillis(1));
        assertThat(gauge("combiner.ledger.balance")).isEqualTo(1);
    }

    @Test
    void whatIsOpenExpiresAlthoughNoRecordEverComesAgain() {
        new OpenImages(store(OpenImages.STORE), 0).put(key(), OpenImage.of(TAKEN));
        begin();

        tickAfter(Duration.ofMillis(1));
        tickAfter(HORIZON.minusMillis(1));
        assertThat(gauge("combiner.ledger.images")).isEqualTo(1);
        tickAfter(Duration.ofMillis(2));
        tickAfter(Duration.ofMillis(1));
        assertThat(gauge("combiner.ledger.images")).isZero();
        assertThat(answers()).isEmpty();
    }

    @Test
    void looksSeldomWhileNothingIsOpenBecauseEachLookEndsATransaction() {
        new OpenImages(store(OpenImages.STORE), 0).put(key(), OpenImage.of(TAKEN));
        begin();

        tickAfter(CombinerProcessor.TICK);
        assertThat(intervals()).containsExactly(CombinerProcessor.TICK);
        tickAfter(HORIZON.plusMillis(1));
        tickAfter(Duration.ofMillis(1));
        assertThat(intervals()).as("the open one has expired").containsExactly(CombinerProcessor.IDLE_TICK);
    }

    @Test
    void aRareAnswerEndsItsTransactionAndTheTicksOfATaskInWhichNothingIsOpen() {
        this.<OpenJoin>store(OpenJoins.STORE)
                .put(
                        key(),
                        new OpenJoin(
                                Messages.ENTERED,
                                List.of(FIRST, Messages.of("a", 1, "model-2"), Messages.of("a", 1, "model-3"))));
        CombinerProcessor processor = begin();
        assertThat(context.committed()).isFalse();

        context.setRecordMetadata("emotions.model-4", 0, 1);
        processor.process(new Record<>(
                Bytes.wrap("a".getBytes(StandardCharsets.UTF_8)),
                new Arrival.Distributions(Bytes.wrap(new byte[0]), Messages.of("a", 1, "model-4")),
                Messages.ENTERED.toEpochMilli()));

        assertThat(answers()).hasSize(1);
        assertThat(context.committed()).isTrue();
        assertThat(intervals()).containsExactly(CombinerProcessor.IDLE_TICK);
        assertThat(gauge("combiner.open.joins")).isZero();
    }

    private List<Duration> intervals() {
        return context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .map(punctuator -> punctuator.getInterval())
                .toList();
    }

    /** The memory of a horizon is over, the ledger and images.taken are not, and somebody resets the group. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsReadAgainBeyondAllMemoryChangesNeitherLedgerNorBooks(boolean positionKnown) {
        BooksStore books = new BooksStore(store(BooksStore.STORE));
        books.change(known -> known.andTaken().andSettled(Settled.Kind.ANSWERED));
        if (positionKnown) {
            books.readUpTo(new ReadUpTo(100, now));
        }
        CombinerProcessor processor = begin();
        long fortyHoursLater = Messages.ENTERED.plus(Duration.ofHours(40)).toEpochMilli();
        context.setCurrentStreamTimeMs(fortyHoursLater);

        reads(processor, TAKEN, 7, Messages.ENTERED.toEpochMilli());
        reads(processor, Messages.rejected(Messages.taken("b", 2, 8)), 8, Messages.ENTERED.toEpochMilli());

        assertThat(context.forwarded(CombinerTopology.LEDGER)).isEmpty();
        assertThat(new BooksStore(store(BooksStore.STORE)).books()).isEqualTo(new Books(1, 1, 0, 0));
        assertThat(meters.get("combiner.taken")
                        .tags("outcome", "forgotten")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatIsReadForTheFirstTimeIsOnTheLedgerAlsoWhenItIsTooOld() {
        new BooksStore(store(BooksStore.STORE)).readUpTo(new ReadUpTo(7, Messages.ENTERED.toEpochMilli()));
        CombinerProcessor processor = begin();
        context.setCurrentStreamTimeMs(
                Messages.ENTERED.plus(Duration.ofHours(40)).toEpochMilli());

        reads(processor, TAKEN, 7, Messages.ENTERED.toEpochMilli());
        reads(processor, TAKEN, 7, Messages.ENTERED.toEpochMilli());

        assertThat(ledger()).containsExactly(LedgerState.expired);
    }

    @Test
    void aTopicThatWasMadeAgainIsReadForTheFirstTime() {
        new BooksStore(store(BooksStore.STORE)).readUpTo(new ReadUpTo(1_000_000, Messages.ENTERED.toEpochMilli()));
        CombinerProcessor processor = begin();

        reads(processor, TAKEN, 0, Messages.ENTERED.toEpochMilli() + 1);

        assertThat(ledger()).containsExactly(LedgerState.open);
    }

    /** Streams waits for it, with a transaction open. */
    @Test
    void aTaskThatBeginsLooksAtNoOpenImage() {
        OpenImages before = new OpenImages(store(OpenImages.STORE), 0);
        for (int image = 0; image < 3 * OldImages.AT_ONCE; image++) {
            ImageTaken taken = Messages.taken("image-" + image, 1, image);
            before.put(ImageKey.of(ImageIdentity.of(taken)), OpenImage.of(taken));
            new BooksStore(store(BooksStore.STORE)).change(Books::andTaken);
        }
        AtomicInteger read = new AtomicInteger();
        stores.put(OpenImages.STORE, counting(store(OpenImages.STORE), read));
        begin();
        assertThat(read).hasValue(0);

        tickAfter(Duration.ofMillis(1));
        assertThat(read).hasValueLessThanOrEqualTo(OldImages.AT_ONCE + 1);
        assertThat(gauge("combiner.ledger.images"))
                .as("by the books, until they are counted")
                .isEqualTo(3 * OldImages.AT_ONCE);
        for (int tick = 0; tick < 4; tick++) {
            tickAfter(Duration.ofMillis(1));
        }
        assertThat(gauge("combiner.ledger.images")).isEqualTo(3 * OldImages.AT_ONCE);
    }

    private static KeyValueStore<Bytes, byte[]> counting(KeyValueStore<Bytes, byte[]> store, AtomicInteger read) {
        return Counted.store(KeyValueStore.class, store, read);
    }

    private void reads(CombinerProcessor processor, ImageTaken message, long offset, long timestamp) {
        context.setRecordMetadata("images.taken", 0, offset);
        processor.process(new Record<>(
                Bytes.wrap(message.getImageId().getBytes(StandardCharsets.UTF_8)),
                new Arrival.Taken(Bytes.wrap(new byte[0]), message),
                timestamp));
    }

    private List<LedgerState> ledger() {
        return context.forwarded(CombinerTopology.LEDGER).stream()
                .map(forward -> ((LedgerEntry) forward.record().value()).getState())
                .toList();
    }

    private CombinerProcessor begin() {
        ReleasedSteps<DistributionsToEmotion> heads =
                new ReleasedSteps<>(new Releases(folder), DistributionsToEmotion::of);
        CombinerProcessor processor = new CombinerProcessor(
                new CombinerParts(
                        new Topics(""),
                        Schemas.none(),
                        1,
                        DEADLINE,
                        HORIZON,
                        new DistributionsToImageEmotions(heads),
                        partition -> CompletableFuture.completedFuture(Topics.MODELS.stream()
                                .collect(Collectors.toMap(
                                        model -> model,
                                        model -> new BranchEnds.Position(0, 0, BranchEnds.Input.UNKNOWN)))),
                        new CombinerMetrics(meters),
                        tracing,
                        InstantSource.fixed(Instant.EPOCH)),
                CommitPace.ofEachThread());
        processor.init(context);
        return processor;
    }

    private void tickAfter(Duration time) {
        now += time.toMillis();
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
    }

    private List<ImageEmotions> answers() {
        return context.forwarded(CombinerTopology.ANSWERS).stream()
                .map(forward -> (ImageEmotions) forward.record().value())
                .toList();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @SuppressWarnings("unchecked")
    private <V> KeyValueStore<Bytes, V> store(String name) {
        return (KeyValueStore<Bytes, V>) stores.get(name);
    }

    private static Bytes key() {
        return ImageKey.of(ImageIdentity.of(TAKEN));
    }
}
