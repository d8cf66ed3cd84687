package org.emotionstream.events.releases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.events.loop.Channel;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.events.tracing.Handled;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Envelope;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.schemas.StepStatus;

/**
 * From one message of the chain to the next, under the same key, with the step of the release that the
 * message names.
 *
 * @param <I> the message that comes
 * @param <O> the message that goes
 * @param <S> the step
 */
public abstract class ReleasedChannel<I extends SpecificRecordBase, O extends SpecificRecordBase, S>
        implements Channel {
    /** What the landmarker has gathered comes together, so that it need not gather again. */
    protected static final Duration GATHERING = Duration.ofMillis(20);

    private final Stage stage;
    private final AvroMessages<I> input;
    private final AvroMessages<O> output;
    private final Schemas schemas;
    private final ReleasedSteps<S> steps;
    private final Releasing releasing;
    private final LoopMetrics metrics;

    /**
     * @param schemas closed with the channel
     * @param steps closed with the channel
     */
    protected ReleasedChannel(
            Stage stage,
            Class<I> input,
            Class<O> output,
            Schemas schemas,
            ReleasedSteps<S> steps,
            Releasing releasing,
            LoopMetrics metrics) {
        this.stage = stage;
        this.input = new AvroMessages<>(input, schemas, stage.input());
        this.output = AvroMessages.withinChain(output, schemas, stage.outputs().get(0));
        this.schemas = schemas;
        this.steps = steps;
        this.releasing = releasing;
        this.metrics = metrics;
    }

    /** The answer to this message but for what travels along with every image. */
    protected abstract O answer(S step, I message);

    /** What became of each face. */
    protected abstract List<StepStatus> statuses(O answer);

    /**
     * The answer to this message.
     *
     * @throws org.emotionstream.contract.ReleaseException when the release that it names cannot be used
     * @throws UnreadableMessageException when it is none of the chain's
     */
    public final O answer(I message) {
        Envelope.checked(message);
        return steps.use(
                String.valueOf(message.get("releaseId")), step -> Envelope.carry(message, answer(step, message)));
    }

    /** What these bytes of a message hold; when they hold something else, the message is none of ours. */
    protected static <T> T unpacked(String what, Supplier<T> unpack) {
        try {
            return unpack.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException(what + " of a face: " + e.getMessage(), e);
        }
    }

    @Override
    public final Stage stage() {
        return stage;
    }

    @Override
    public final List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
        I message = input.read(record.value());
        Handled.image(String.valueOf(message.get("imageId")));
        O answer = answer(message);
        List<StepStatus> faces = statuses(answer);
        Handled.answered(String.valueOf(message.get("releaseId")), faces.size());
        faces.forEach(status -> metrics.face(status.name()));
        return List.of(new ProducerRecord<>(stage.outputs().get(0), record.key(), output.write(answer)));
    }

    @Override
    public final void begin(Consumer<String> waiting, BooleanSupplier stopped) {
        releasing.begin(waiting, stopped);
    }

    @Override
    public final Map<String, String> readiness() {
        return releasing.readiness();
    }

    @Override
    public final void afterCommit() {
        steps.trim();
    }

    @Override
    public final void close() {
        releasing.close();
        steps.close();
        schemas.close();
    }
}
