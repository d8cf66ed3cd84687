package org.emotionstream.cli.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.message.BinaryMessageEncoder;
import org.emotionstream.cli.costs.CostLine;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

/** The bytes of a record of each topic that pictures pass: measured on messages as the chain writes them. */
final class RecordSizes {
    /** Key, headers with the trace, and the record's share of its batch. */
    private static final int AROUND = 120;

    private final Map<String, CostLine> overFaces = new HashMap<>();

    RecordSizes(Topics topics) {
        SampleMessages none = new SampleMessages(0);
        SampleMessages one = new SampleMessages(1);
        put(topics.imagesTaken(), ImageTaken.getEncoder(), none.taken(), one.taken());
        put(topics.imagesLandmarks(), ImageLandmarks.getEncoder(), none.landmarks(), one.landmarks());
        put(topics.imagesFeatures(), ImageFeatures.getEncoder(), none.features(), one.features());
        topics.emotionsOfModels()
                .forEach(topic ->
                        put(topic, EmotionDistributions.getEncoder(), none.distributions(), one.distributions()));
        put(topics.emotionsFinal(), ImageEmotions.getEncoder(), none.emotions(), one.emotions());
        put(topics.imagesLedger(), LedgerEntry.getEncoder(), none.entry(), one.entry());
    }

    private <T> void put(String topic, BinaryMessageEncoder<T> encoder, T without, T withOneFace) {
        double fixed = bytes(encoder, without);
        overFaces.put(topic, new CostLine(fixed, bytes(encoder, withOneFace) - fixed));
    }

    private static <T> double bytes(BinaryMessageEncoder<T> encoder, T message) {
        try {
            return encoder.encode(message).remaining() + AROUND;
        } catch (IOException e) {
            throw new UncheckedIOException("a message in memory is always encoded", e);
        }
    }

    /** The bytes of a raw record with such a picture. */
    static double raw(ImageLoad load) {
        return load.bytes() + AROUND;
    }

    /** The bytes of a record with so many faces; 0 on a topic that no ordinary picture passes. */
    double of(String topic, double faces) {
        return overFaces.getOrDefault(topic, new CostLine(0, 0)).at(faces);
    }
}
