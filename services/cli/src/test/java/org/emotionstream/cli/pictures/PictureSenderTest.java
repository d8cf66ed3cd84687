package org.emotionstream.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.cli.ClientSettings;
import org.emotionstream.cli.CommandException;
import org.emotionstream.events.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSenderTest {
    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void write() throws IOException {
        picture = Files.writeString(folder.resolve("grüße.jpg"), "bytes of a picture");
    }

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void theBareBytesGoWithIdAndSource() {
        PictureSender sender = new PictureSender(producer, "images.raw", ImageIds.NAME);

        SentPicture sent = sender.send(picture).orElseThrow();

        assertThat(sent.imageId()).isEqualTo("grüße.jpg");
        ProducerRecord<String, byte[]> message = producer.history().get(0);
        assertThat(message.topic()).isEqualTo("images.raw");
        assertThat(message.key()).isEqualTo("grüße.jpg");
        assertThat(message.value()).asString().isEqualTo("bytes of a picture");
        assertThat(message.headers().lastHeader("image-id").value()).asString().isEqualTo("grüße.jpg");
        assertThat(message.headers().lastHeader("source").value()).asString().isEqualTo("grüße.jpg");
    }

    @Test
    void aFreshIdIsAnotherEachTimeAndADigestTheSame() throws IOException {
        byte[] bytes = Files.readAllBytes(picture);

        assertThat(ImageIds.FRESH.of(picture, bytes)).isNotEqualTo(ImageIds.FRESH.of(picture, bytes));
        assertThat(ImageIds.DIGEST.of(picture, "abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void whatTheTopicDoesNotTakeIsNotSent() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(picture.toFile(), "rw")) {
            large.setLength(Limits.RAW_RECORD_BYTES);
        }

        assertThat(new PictureSender(producer, "images.raw", ImageIds.FRESH).send(picture))
                .isEmpty();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeSentIsAnErrorAtTheEnd() {
        MockProducer<String, byte[]> failing =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        PictureSender sender = new PictureSender(failing, "images.raw", ImageIds.FRESH);
        sender.send(picture);
        failing.errorNext(new TopicAuthorizationException("images.raw"));

        assertThatThrownBy(sender::flush).isInstanceOf(CommandException.class).hasMessageContaining("images.raw");
    }

    @Test
    void theBrokerMustHaveItForSure() {
        assertThat(PictureSender.settings(ClientSettings.of("localhost:1")))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("max.request.size", Limits.RAW_RECORD_BYTES);
    }
}
