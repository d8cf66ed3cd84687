package org.emotionstream.cli.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.wire.Limits;
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

    private final Deliveries deliveries = new Deliveries(delivered -> {});
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void theBareBytesGoWithIdAndSource() {
        SentPicture sent = handedOver(sender(ImageIds.NAME).send(PictureFile.named(picture)));

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
        PictureFile file = PictureFile.named(picture);

        assertThat(ImageIds.FRESH.of(file, bytes)).isNotEqualTo(ImageIds.FRESH.of(file, bytes));
        assertThat(ImageIds.DIGEST.of(file, "abc".getBytes(UTF_8))).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void whatTheTopicDoesNotTakeIsNotSent() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(picture.toFile(), "rw")) {
            large.setLength(Limits.RAW_RECORD_BYTES);
        }

        assertThat(sender(ImageIds.FRESH).send(PictureFile.named(picture)))
                .isInstanceOfSatisfying(SendOutcome.NotSent.class, refused -> assertThat(refused.reason())
                        .isEqualTo("too-large"));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeSentIsAnErrorAtTheEnd() {
        MockProducer<String, byte[]> failing =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        PictureSender sender = new PictureSender(failing, "images.raw", ImageIds.FRESH, deliveries);
        sender.send(PictureFile.named(picture));
        failing.errorNext(new TopicAuthorizationException("images.raw"));
        sender.flush();

        assertThatThrownBy(sender::checkDelivered)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("images.raw");
    }

    @Test
    void whatIsEmptyGoneOrNoFileIsNotSentAndSaysWhy() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        Path gone = folder.resolve("gone.jpg");
        PictureSender sender = sender(ImageIds.FRESH);

        assertThat(notSent(sender.send(PictureFile.named(empty))))
                .isEqualTo(new SendOutcome.NotSent("empty", "the file is empty"));
        assertThat(notSent(sender.send(PictureFile.named(gone))))
                .isEqualTo(new SendOutcome.NotSent("unreadable", "there is no such file or folder"));
        assertThat(notSent(sender.send(PictureFile.named(Path.of("/dev/zero")))))
                .isEqualTo(new SendOutcome.NotSent("unreadable", "it is not a regular file"));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aLargeFileIsNotReadToSeeThatItIsTooLarge() throws IOException {
        // Larger than any array of bytes.
        try (RandomAccessFile large = new RandomAccessFile(picture.toFile(), "rw")) {
            large.setLength(5L << 30);
        }

        assertThat(notSent(sender(ImageIds.DIGEST).send(PictureFile.named(picture)))
                        .reason())
                .isEqualTo("too-large");
    }

    @Test
    void theIdFromANameIsThePathBelowTheFolderThatWasNamed() throws IOException {
        Path one =
                Files.writeString(Files.createDirectories(folder.resolve("one")).resolve("same.jpg"), "1");
        Path two =
                Files.writeString(Files.createDirectories(folder.resolve("two")).resolve("same.jpg"), "2");
        PictureSender sender = sender(ImageIds.NAME);

        PictureFiles.find(List.of(folder)).pictures().forEach(sender::send);

        assertThat(producer.history())
                .extracting(ProducerRecord::key)
                .containsExactly("grüße.jpg", "one/same.jpg", "two/same.jpg");
        assertThat(List.of(one, two)).allSatisfy(file -> assertThat(file).hasFileName("same.jpg"));
    }

    @Test
    void noTwoPicturesGetOneIdFromTheirNames() throws IOException {
        Path other = Files.writeString(
                Files.createDirectories(folder.resolve("other")).resolve("grüße.jpg"), "2");
        PictureSender sender = sender(ImageIds.NAME);
        sender.send(PictureFile.named(picture));

        SendOutcome.NotSent refused = notSent(sender.send(PictureFile.named(other)));

        assertThat(refused.reason()).isEqualTo("equal-names");
        assertThat(refused.message()).contains(picture.toString(), "--id-from digest");
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void aNameThatIsNoUtf8MakesNoIdAndAReadableSource() throws Exception {
        String script = "cd '" + folder + "' && printf 1 > $'caf\\xe9.jpg' && printf 2 > $'caf\\xe8.jpg'";
        assertThat(new ProcessBuilder("bash", "-c", script).start().waitFor()).isZero();
        PictureFiles files = PictureFiles.find(List.of(folder));
        PictureSender named = sender(ImageIds.NAME);

        List<SendOutcome> outcomes = files.pictures().stream().map(named::send).toList();
        files.pictures().forEach(sender(ImageIds.FRESH)::send);

        assertThat(outcomes)
                .filteredOn(SendOutcome.NotSent.class::isInstance)
                .hasSize(2)
                .allMatch(refused -> notSent(refused).message().contains("not valid UTF-8"));
        assertThat(producer.history())
                .extracting(record ->
                        new String(record.headers().lastHeader("source").value(), UTF_8))
                .containsExactly("grüße.jpg", "caf\\xe8.jpg", "caf\\xe9.jpg", "grüße.jpg");
    }

    private PictureSender sender(ImageIds ids) {
        return new PictureSender(producer, "images.raw", ids, deliveries);
    }

    private static SentPicture handedOver(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.HandedOver.class);
        return ((SendOutcome.HandedOver) outcome).picture();
    }

    private static SendOutcome.NotSent notSent(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.NotSent.class);
        return (SendOutcome.NotSent) outcome;
    }
}
