package org.emotionstream.events.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

/** The messages that only the chain writes, told apart where one stands in the place of another. */
public final class OurMessages {
    private static final int FINGERPRINT = 2;
    private static final int SINGLE_OBJECT_HEADER = 10;

    private static final List<Class<? extends SpecificRecordBase>> TYPES = List.of(
            ImageLandmarks.class,
            ImageFeatures.class,
            EmotionDistributions.class,
            ImageEmotions.class,
            ImageTaken.class,
            LedgerEntry.class);

    private OurMessages() {}

    /**
     * The types that a message of this version may have, in either layout; none when the bytes are no such message.
     * Confluent's layout without its registry does not say which: the bytes of a small message may fit two.
     */
    public static List<String> namesOf(byte[] bytes) {
        return TYPES.stream()
                .filter(type -> bytes[0] == 0 ? reads(type, bytes) : names(type, bytes))
                .map(Class::getSimpleName)
                .toList();
    }

    private static boolean names(Class<? extends SpecificRecordBase> type, byte[] bytes) {
        Schema schema = SpecificData.get().getSchema(type);
        return bytes.length >= SINGLE_OBJECT_HEADER
                && Long.reverseBytes(ByteBuffer.wrap(bytes).getLong(FINGERPRINT))
                        == SchemaNormalization.parsingFingerprint64(schema);
    }

    private static <T extends SpecificRecordBase> boolean reads(Class<T> type, byte[] bytes) {
        try {
            new AvroMessages<>(type).read(bytes);
            return true;
        } catch (UnreadableMessageException e) {
            return false;
        }
    }
}
