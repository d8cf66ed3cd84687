package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.landmarker.CaptureTimes.Problem;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;
import org.emotionstream.landmarks.otherformats.OtherFormats;
import org.emotionstream.schemas.RawImage;

/**
 * Understands what camera teams send: a {@code RawImage} (recognised by its first bytes, which no other format may own) or the bare bytes of
 * a picture, with an image id, source and time in the message, in headers, or nowhere.
 */
final class RawRecordReader {
    private static final String[] ID_HEADERS = {"image-id", "ce_id"};
    private static final String[] SOURCE_HEADERS = {"source", "ce_source"};
    private static final String TIME_HEADER = "ce_time";

    private final AvroMessages<RawImage> messages;
    private final CaptureTimes times;

    RawRecordReader(AvroMessages<RawImage> messages, CaptureTimes times) {
        this.messages = messages;
        this.times = times;
    }

    /** What this record is, whatever it holds, and whatever a registry or the topic of schemas does meanwhile. */
    RawRecord read(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return refused(
                    record, new Rejected(RejectionReason.EMPTY, "expected a picture, found a record without a value"));
        }
        // Many formats begin with a zero, as Confluent's layout does: of the certain ones no registry is asked.
        boolean avro = AvroMessages.looksLikeAvro(value)
                && OtherFormats.certain(ByteBuffer.wrap(value)).isEmpty();
        return avro ? message(record, value) : picture(record, Optional.empty(), ByteBuffer.wrap(value));
    }

    private RawRecord message(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        try {
            RawImage message = messages.read(value);
            return picture(record, Optional.of(message), message.getPicture());
        } catch (UnreadableMessageException e) {
            return WrongAvro.describe(value, e)
                    .map(wrong -> refused(record, wrong))
                    .orElseGet(() -> picture(record, Optional.empty(), ByteBuffer.wrap(value)));
        }
    }

    private RawRecord picture(ConsumerRecord<byte[], byte[]> record, Optional<RawImage> message, ByteBuffer encoded) {
        Optional<String> id = message.map(RawImage::getImageId).map(Text::of);
        Optional<String> source =
                first(message.map(RawImage::getSourceId).map(Text::of), header(record, SOURCE_HEADERS));
        for (Optional<String> text : List.of(chosenId(record, id), source)) {
            if (text.isPresent() && !fits(text.get())) {
                return new RawRecord.Refused(
                        identity(place(record), encoded),
                        Optional.empty(),
                        encoded,
                        new Rejected(
                                RejectionReason.ID_TOO_LONG,
                                "an image id or source has at most " + Limits.IMAGE_ID_BYTES
                                        + " bytes of UTF-8, this one has " + Text.bytes(text.get())));
            }
        }
        return new RawRecord.Picture(identity(imageId(record, id), encoded), source, time(record, message), encoded);
    }

    private static RawRecord refused(ConsumerRecord<byte[], byte[]> record, Rejected why) {
        String chosen = imageId(record, Optional.empty());
        return new RawRecord.Refused(
                identity(fits(chosen) ? chosen : place(record), value(record)),
                header(record, SOURCE_HEADERS).filter(RawRecordReader::fits),
                value(record),
                why);
    }

    /** A record of which nothing is looked at but where it lies. */
    static RawRecord.Refused notLookedAt(ConsumerRecord<byte[], byte[]> record, Rejected why) {
        return new RawRecord.Refused(identity(place(record), value(record)), Optional.empty(), value(record), why);
    }

    private static ImageIdentity identity(String imageId, ByteBuffer encoded) {
        return new ImageIdentity(imageId, Digest.of(encoded));
    }

    private static ByteBuffer value(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.value() == null ? new byte[0] : record.value());
    }

    private static boolean fits(String text) {
        return Text.bytes(text) <= Limits.IMAGE_ID_BYTES;
    }

    private static String imageId(ConsumerRecord<byte[], byte[]> record, Optional<String> inMessage) {
        return chosenId(record, inMessage).orElseGet(() -> place(record));
    }

    /** The id that somebody chose: in the message, else in a header, else the key. */
    private static Optional<String> chosenId(ConsumerRecord<byte[], byte[]> record, Optional<String> inMessage) {
        return first(
                inMessage,
                first(
                        header(record, ID_HEADERS),
                        Optional.ofNullable(record.key()).map(Text::of)));
    }

    /** The id that nobody chose: unique, and the same when the record is read again. */
    static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String... names) {
        return Stream.of(names)
                .map(name -> record.headers().lastHeader(name))
                .filter(header -> header != null && header.value() != null && header.value().length > 0)
                .map(Header::value)
                .map(Text::of)
                .findFirst();
    }

    /** The time of the message, else of the header; one that cannot be used is counted and left out. */
    private Optional<Instant> time(ConsumerRecord<byte[], byte[]> record, Optional<RawImage> message) {
        Optional<Instant> inMessage = message.map(RawImage::getCapturedAt);
        Optional<String> inHeader = header(record, TIME_HEADER);
        Optional<Instant> time =
                inMessage.isPresent() ? inMessage.flatMap(CaptureTime::checked) : inHeader.flatMap(CaptureTime::parse);
        if (time.isEmpty() && (inMessage.isPresent() || inHeader.isPresent())) {
            times.leftOut(record, inMessage.isPresent() ? Problem.YEAR : Problem.FORMAT);
        }
        return time;
    }

    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return one.filter(text -> !text.isEmpty()).or(() -> other.filter(text -> !text.isEmpty()));
    }
}
