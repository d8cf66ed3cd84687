package org.emotionstream.cli.pictures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.logging.Causes;

/**
 * Puts pictures on {@code images.raw} as any camera would: the bare bytes of the file, the image id as key
 * and in the header {@code image-id}, the name of the file in the header {@code source}.
 */
public final class PictureSender implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final ImageIds ids;
    private final Deliveries deliveries;
    private final Map<String, PictureFile> names = new HashMap<>();

    /** Sends to the chain of these clients. */
    public PictureSender(ChainClients clients, ImageIds ids, Deliveries deliveries) {
        this(clients.producer(new StringSerializer()), clients.topics().imagesRaw(), ids, deliveries);
    }

    PictureSender(Producer<String, byte[]> producer, String topic, ImageIds ids, Deliveries deliveries) {
        this.producer = producer;
        this.topic = topic;
        this.ids = ids;
        this.deliveries = deliveries;
    }

    /** Hands this picture to the producer; waits while its buffer is full. */
    public SendOutcome send(PictureFile file) {
        Optional<String> obstacle = ids.obstacle(file);
        if (obstacle.isPresent()) {
            return new SendOutcome.NotSent("unusable-name", obstacle.get());
        }
        PictureBytes content = PictureBytes.read(file.path());
        if (content instanceof SendOutcome.NotSent unusable) {
            return unusable;
        }
        byte[] bytes = ((PictureBytes.Whole) content).bytes();
        SentPicture picture = new SentPicture(ids.of(file, bytes), file.path());
        // Two pictures under one id: nobody could tell their answers apart.
        PictureFile other = ids == ImageIds.NAME ? names.putIfAbsent(picture.imageId(), file) : null;
        if (other != null) {
            return new SendOutcome.NotSent(
                    "equal-names",
                    "its image id would be " + picture.imageId() + ", which is that of " + other.shown()
                            + ": use --id-from digest, or send them one by one");
        }
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, picture.imageId(), bytes);
        message.headers().add(header("image-id", picture.imageId()));
        message.headers().add(header("source", picture.name()));
        Deliveries.Pending pending = deliveries.handedOver(picture);
        producer.send(message, (metadata, exception) -> deliveries.complete(pending, exception));
        return new SendOutcome.HandedOver(picture);
    }

    /**
     * Checks that the broker has taken all that it has answered about.
     *
     * @throws CommandException when a picture was not delivered
     */
    public void checkDelivered() {
        deliveries.failure().ifPresent(exception -> {
            throw new CommandException(
                    ExitCodes.SERVICE,
                    "a picture could not be sent to " + topic + ": " + Causes.inWords(exception),
                    exception);
        });
    }

    /** Waits until the broker has answered about all that was sent. */
    public void flush() {
        producer.flush();
    }

    /** Waits at most so long for what is on its way, and gives up the rest. */
    public void close(Duration patience) {
        producer.close(patience);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
