package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.TakenOutcome;

/** One {@code ImageTaken} for each raw record, whatever becomes of it: what the ledger and the audit rest on. */
final class TakenRecords {
    private final String topic;
    private final AvroMessages<ImageTaken> messages;

    TakenRecords(Topics topics, Schemas schemas) {
        this.topic = topics.imagesTaken();
        this.messages = AvroMessages.withinChain(ImageTaken.class, schemas, topic);
    }

    /** The picture goes on, pinned to this release. */
    ProducerRecord<byte[], byte[]> forwarded(ConsumerRecord<byte[], byte[]> record, RawRecord raw, String releaseId) {
        ImageTaken message = taken(record, raw, TakenOutcome.forwarded);
        message.setReleaseId(releaseId);
        return new ProducerRecord<>(topic, key(raw), messages.write(message));
    }

    /** The record is rejected for this reason, one word. */
    ProducerRecord<byte[], byte[]> rejected(ConsumerRecord<byte[], byte[]> record, RawRecord raw, String reason) {
        ImageTaken message = taken(record, raw, TakenOutcome.rejected);
        message.setReason(reason);
        return new ProducerRecord<>(topic, key(raw), messages.write(message));
    }

    /** The key of all that follows from this record: the image id. */
    static byte[] key(RawRecord raw) {
        return raw.imageId().getBytes(StandardCharsets.UTF_8);
    }

    private static ImageTaken taken(ConsumerRecord<byte[], byte[]> record, RawRecord raw, TakenOutcome outcome) {
        ImageTaken message = new ImageTaken();
        message.setImageId(raw.imageId());
        message.setDigest(ByteBuffer.wrap(raw.identity().digestBytes()));
        message.setSourceId(raw.sourceId().orElse(null));
        message.setEnteredAt(Instant.ofEpochMilli(record.timestamp()));
        message.setPartition(record.partition());
        message.setOffset(record.offset());
        message.setPictureBytes(raw.encoded().remaining());
        message.setAttempt(attempt(record));
        message.setOutcome(outcome);
        return message;
    }

    /** A header that says nothing of the kind is none of ours, and the picture not to blame for it. */
    private static int attempt(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(OriginHeaders.ATTEMPT);
        String text = header == null || header.value() == null ? "" : Text.of(header.value());
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }
}
