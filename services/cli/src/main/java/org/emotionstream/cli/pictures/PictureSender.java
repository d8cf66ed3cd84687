package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.cli.ClientSettings;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.Limits;

/**
 * Puts pictures on {@code images.raw} as any camera would: the bare bytes of the file, the image id as key
 * and in the header {@code image-id}, the name of the file in the header {@code source}.
 */
public final class PictureSender implements AutoCloseable {
    private static final int BUFFER_BYTES = 3 * Limits.RAW_RECORD_BYTES;

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final ImageIds ids;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Sends to this topic of the broker at {@code bootstrapServers}. */
    public PictureSender(String bootstrapServers, String topic, ImageIds ids) {
        this(
                new KafkaProducer<>(
                        settings(ClientSettings.of(bootstrapServers)),
                        new StringSerializer(),
                        new ByteArraySerializer()),
                topic,
                ids);
    }

    PictureSender(Producer<String, byte[]> producer, String topic, ImageIds ids) {
        this.producer = producer;
        this.topic = topic;
        this.ids = ids;
    }

    static Map<String, Object> settings(ChainConfiguration configuration) {
        Map<String, Object> fixed = Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "none",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.RAW_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                (long) BUFFER_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                30_000L,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                60_000);
        return KafkaClients.settings(configuration, Map.of(), fixed);
    }

    /**
     * Hands this picture to the producer; waits while its buffer is full.
     *
     * @return empty when the picture is larger than the topic takes
     * @throws CommandException when the file cannot be read or an earlier picture could not be sent
     */
    public Optional<SentPicture> send(Path file) {
        checkDelivered();
        byte[] bytes = read(file);
        if (bytes.length > Limits.RAW_RECORD_BYTES - Limits.HEADROOM_BYTES) {
            return Optional.empty();
        }
        SentPicture picture = new SentPicture(ids.of(file, bytes), file);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, picture.imageId(), bytes);
        message.headers().add(header("image-id", picture.imageId()));
        message.headers().add(header("source", picture.name()));
        producer.send(message, (metadata, exception) -> failure.compareAndSet(null, exception));
        return Optional.of(picture);
    }

    /** Waits until the broker has all that was sent. */
    public void flush() {
        producer.flush();
        checkDelivered();
    }

    private void checkDelivered() {
        Exception exception = failure.get();
        if (exception != null) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE, "a picture could not be sent to " + topic + ": " + exception.getMessage());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandException(ExitCodes.USAGE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
