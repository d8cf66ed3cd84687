package org.emotionstream.endtoend.faults.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.emotionstream.endtoend.faults.stream.KnownStream.Kind;
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
                shown.add(stream.pictureOf(item.imageId()));
                assertThat(item.bytes()).isEqualTo(stream.pictures().get(stream.pictureOf(item.imageId())));
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
        assertThat(List.of(stream.kindOf(duplicate.imageId()))).containsExactly(Kind.PICTURE);
    }
}
