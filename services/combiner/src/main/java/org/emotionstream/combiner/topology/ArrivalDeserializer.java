package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Envelope;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.StepStatus;

/**
 * Reads the records of one topic. Never throws for what a record holds: what cannot be read is an outcome, so
 * that it leaves through the topology and in its transaction.
 *
 * @param <T> the message
 */
final class ArrivalDeserializer<T extends SpecificRecordBase> implements Deserializer<Arrival> {
    private final Class<T> type;
    private final AvroMessages<T> messages;
    private final Consumer<T> check;
    private final BiFunction<Bytes, T, Arrival> arrival;

    private ArrivalDeserializer(
            Class<T> type, AvroMessages<T> messages, Consumer<T> check, BiFunction<Bytes, T, Arrival> arrival) {
        this.type = type;
        this.messages = messages;
        this.check = check;
        this.arrival = arrival;
    }

    /** Reads the topic that this network writes to. */
    static Deserializer<Arrival> distributions(String model, AvroMessages<EmotionDistributions> messages) {
        return new ArrivalDeserializer<>(
                EmotionDistributions.class, messages, message -> check(message, model), Arrival.Distributions::new);
    }

    /** Reads the topic of intake records. */
    static Deserializer<Arrival> taken(AvroMessages<ImageTaken> messages) {
        return new ArrivalDeserializer<>(ImageTaken.class, messages, ArrivalDeserializer::check, Arrival.Taken::new);
    }

    @Override
    public Arrival deserialize(String topic, byte[] data) {
        if (data == null) {
            return new Arrival.Unreadable(
                    Bytes.wrap(new byte[0]), "expected " + type.getSimpleName() + ", there is no value");
        }
        try {
            T message = messages.read(data);
            check.accept(message);
            return arrival.apply(Bytes.wrap(data), message);
        } catch (UnreadableMessageException | IllegalArgumentException e) {
            return new Arrival.Unreadable(Bytes.wrap(data), e.getMessage());
        }
    }

    private static void check(EmotionDistributions message, String model) {
        if (!message.getModel().equals(model)) {
            throw new IllegalArgumentException(
                    "expected distributions of " + model + ", these are of \"" + message.getModel() + "\"");
        }
        check(message.getDigest());
        Envelope.checked(message);
        for (FaceDistribution face : message.getFaces()) {
            if (face.getStatus() == StepStatus.ok) {
                EmotionDistribution.ofBytes(face.getProbabilities());
            }
        }
    }

    private static void check(ImageTaken message) {
        check(message.getDigest());
        for (String text : List.of("imageId", "sourceId", "releaseId", "reason")) {
            Envelope.checkText(message, text, Limits.IMAGE_ID_BYTES);
        }
        if (message.getAttempt() < 1) {
            throw new IllegalArgumentException("an attempt is at least 1, this one is " + message.getAttempt());
        }
    }

    private static void check(ByteBuffer digest) {
        if (digest.remaining() != ImageIdentity.DIGEST_BYTES) {
            throw new IllegalArgumentException(
                    "a digest has " + ImageIdentity.DIGEST_BYTES + " bytes, this one has " + digest.remaining());
        }
    }
}
