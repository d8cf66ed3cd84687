package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.ledger.Books;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.combiner.ledger.ReadUpTo;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.events.wire.ImageIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores hold is read as it was written, and is small. */
class StoredBytesTest {
    private static final ImageIdentity IDENTITY = new ImageIdentity("camera-7 é", "0f".repeat(16));

    @Test
    void anOpenImage() {
        Picture picture = new Picture(
                IDENTITY, Optional.of("hall"), Instant.ofEpochMilli(1_234_567_890_123L), Optional.of("one"));
        for (OpenImage image : List.of(
                new OpenImage(picture, new Intake(true, 999_999, -7)),
                new OpenImage(new Picture(IDENTITY, Optional.empty(), Instant.EPOCH, Optional.empty()), Intake.NONE))) {
            byte[] written = OpenImageBytes.write(image);
            assertThat(OpenImageBytes.read(written)).isEqualTo(image);
            assertThat(OpenImageBytes.enteredAt(written))
                    .isEqualTo(image.enteredAt().toEpochMilli());
        }
    }

    @Test
    void anOpenImageOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> OpenImageBytes.read(new byte[] {9, 0}))
                .hasMessageContaining("version 9, this combiner reads version 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 31, 32, 999_999})
    void aSettledImage(int attempt) {
        Intake intake = new Intake(true, attempt, 0xCAFEBABE);
        for (Settled settled : List.of(
                Settled.rejected(intake),
                Settled.expired(new Intake(false, attempt, 0)),
                new Settled(Settled.Kind.ANSWERED, intake, 0b0101, 1),
                new Settled(Settled.Kind.ANSWERED, intake, 0b1111, 4))) {
            byte[] written = SettledBytes.write(settled);
            assertThat(SettledBytes.read(written)).isEqualTo(settled);
            assertThat(written).hasSize(attempt <= 30 ? 6 : 10);
        }
    }

    @Test
    void booksThatACombinerBeforeThisOneWroteAreReadAndItReadsOurs() {
        byte[] before = ByteBuffer.allocate(32)
                .putLong(9)
                .putLong(5)
                .putLong(3)
                .putLong(1)
                .array();
        KeyValueStore<Bytes, byte[]> store = new InMemoryKeyValueStore(BooksStore.STORE);
        store.put(Bytes.wrap(new byte[] {0}), before);

        BooksStore books = new BooksStore(store);
        assertThat(books.books()).isEqualTo(new Books(9, 5, 3, 1));
        assertThat(books.readUpTo()).isEmpty();

        books.readUpTo(new ReadUpTo(7, 1_000));
        assertThat(new BooksStore(store).readUpTo()).contains(new ReadUpTo(7, 1_000));
        assertThat(store.get(Bytes.wrap(new byte[] {0}))).startsWith(before);
    }

    @Test
    void aKeyHas16BytesAndPicturesOfOneIdStandTogether() {
        ImageIdentity one = ImageIdentity.of(Messages.taken("a", 1, 0));
        ImageIdentity other = ImageIdentity.of(Messages.taken("a", 2, 0));
        assertThat(ImageKey.of(one).get()).hasSize(16).startsWith(ImageKey.idOf(other));
        assertThat(ImageKey.of(one)).isNotEqualTo(ImageKey.of(other));
        assertThat(ImageKey.of(other)).isBetween(ImageKey.first(one), ImageKey.last(one));
    }
}
