package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.combiner.join.ImageIdentity;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.Schemas;
import org.emotionstream.events.Topics;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
            case "fetch" -> nothing;
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
        OpenImages before = new OpenImages(store(OpenImages.STORE));
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
        new OpenImages(store(OpenImages.STORE)).put(key(), OpenImage.of(TAKEN));
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
        new OpenImages(store(OpenImages.STORE)).put(key(), OpenImage.of(TAKEN));
        begin();

        tickAfter(CombinerProcessor.TICK);
        assertThat(intervals()).containsExactly(CombinerProcessor.TICK);
        tickAfter(HORIZON.plusMillis(1));
        tickAfter(Duration.ofMillis(1));
        assertThat(intervals()).as("the open one has expired").containsExactly(CombinerProcessor.IDLE_TICK);
    }

    private List<Duration> intervals() {
        return context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .map(punctuator -> punctuator.getInterval())
                .toList();
    }

    private void begin() {
        ReleasedSteps<DistributionsToEmotion> heads =
                new ReleasedSteps<>(new Releases(folder), DistributionsToEmotion::of);
        new CombinerProcessor(new CombinerParts(
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
                        InstantSource.fixed(Instant.EPOCH)))
                .init(context);
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
