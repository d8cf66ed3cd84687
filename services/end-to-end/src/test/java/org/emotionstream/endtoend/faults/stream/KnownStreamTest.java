package org.emotionstream.endtoend.faults.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.emotionstream.endtoend.faults.stream.KnownStream.Kind;
import org.emotionstream.events.wire.ImageIdentity;
import org.junit.jupiter.api.Test;

class KnownStreamTest {
    private static final int PICTURES = 101;

    private final KnownStream stream = new KnownStream(
            "s",
            IntStream.range(0, PICTURES).mapToObj(n -> new byte[] {(byte) n}).toList());

    @Test
    void aWholeRoundShowsEveryPictureAndHoldsDuplicatesAndGarbage() {
        Set<Integer> shown = new HashSet<>();
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        for (int n = 0; n < stream.wholeRound(); n++) {
            KnownStream.Item item = stream.item(n);
            kinds.merge(item.kind(), 1, Integer::sum);
            if (item.kind() == Kind.PICTURE) {
                shown.add(stream.pictureOf(identity(item)));
                assertThat(item.bytes()).isEqualTo(stream.pictures().get(stream.pictureOf(identity(item))));
            }
        }
        assertThat(shown).hasSize(PICTURES);
        assertThat(kinds).containsOnlyKeys(Kind.values());
    }

    @Test
    void aDuplicateIsAnEarlierPictureOnceMore() {
        KnownStream.Item duplicate = stream.item(19);
        assertThat(duplicate.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(duplicate.imageId()).isEqualTo(stream.item(12).imageId());
        assertThat(duplicate.bytes()).isEqualTo(stream.item(12).bytes());
        assertThat(List.of(stream.kindOf(identity(duplicate)))).containsExactly(Kind.PICTURE);
    }

    @Test
    void eachKindOfGarbageComesInItsTurn() {
        KnownStream garbage = new KnownStream("g", stream.pictures(), List.of(new byte[] {0}, new byte[] {1, 2}));
        assertThat(garbage.item(25).bytes()).containsExactly(0);
        assertThat(garbage.item(75).bytes()).containsExactly(1, 2);
        assertThat(garbage.item(125).bytes()).containsExactly(0);
    }

    @Test
    void ofOneIdEachPictureHasADigestOfItsOwnByWhichItIsKnown() throws IOException {
        BufferedImage face = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(face, "jpg", jpeg);
        OneIdStream ofOneId = new OneIdStream(
                "o", IntStream.range(0, 7).mapToObj(n -> jpeg.toByteArray()).toList());
        Set<ImageIdentity> seen = new HashSet<>();
        for (int n : new int[] {1, 2, 3, 4, 6, 12, 18}) {
            KnownStream.Item item = ofOneId.item(n);
            assertThat(item.imageId()).isEqualTo("o/one");
            assertThat(seen.add(identity(item))).isTrue();
            assertThat(ofOneId.pictureOf(identity(item))).isEqualTo(n % 7);
            assertThat(ImageIO.read(new ByteArrayInputStream(item.bytes()))).isNotNull();
        }
        assertThat(ofOneId.item(15).imageId()).isEqualTo("o/000015");
        assertThat(ofOneId.pictureOf(identity(ofOneId.item(15)))).isEqualTo(1);
        assertThat(ofOneId.item(19).bytes()).isEqualTo(ofOneId.item(12).bytes());
        assertThat(List.of(ofOneId.kindOf(identity(ofOneId.item(25))))).containsExactly(Kind.GARBAGE);
    }

    private static ImageIdentity identity(KnownStream.Item item) {
        return KnownStream.identity(item.imageId(), item.bytes());
    }
}
