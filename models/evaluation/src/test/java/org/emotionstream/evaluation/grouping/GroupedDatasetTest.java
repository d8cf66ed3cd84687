package org.emotionstream.evaluation.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupedDatasetTest {
    private static final BufferedImage PICTURE = SmoothPictures.of(1);

    @TempDir
    Path folder;

    @Test
    void samePixelsInAnotherFormatAreOneGroup() throws IOException {
        PictureList list = new PictureList(false)
                .add("a", "train", "a", SmoothPictures.png(PICTURE))
                .add("b", "train", "b", SmoothPictures.bmp(PICTURE))
                .add("c", "train", "c", SmoothPictures.png(SmoothPictures.of(2)));
        assertThat(groups(list)).containsExactly("a", "a", "c");
    }

    @Test
    void whatLooksTheSameIsOneGroup() throws IOException {
        PictureList list = new PictureList(false)
                .add("png", "train", "f", SmoothPictures.png(PICTURE))
                .add("jpeg", "train", "e", SmoothPictures.jpeg(PICTURE))
                .add("bright", "train", "d", SmoothPictures.png(SmoothPictures.brightened(PICTURE)))
                .add("crop", "train", "c", SmoothPictures.png(SmoothPictures.cropped(PICTURE, 1)))
                .add("mirror", "train", "b", SmoothPictures.jpeg(SmoothPictures.mirrored(PICTURE)))
                .add("other", "train", "a", SmoothPictures.png(SmoothPictures.of(2)));
        assertThat(groups(list)).containsExactly("b", "b", "b", "b", "b", "a");
    }

    @Test
    void differentPicturesAreNot() throws IOException {
        PictureList list = new PictureList(false);
        for (int i = 0; i < 200; i++) {
            list.add("p" + i, "train", "g" + i, SmoothPictures.png(SmoothPictures.of(i)));
        }
        assertThat(new HashSet<>(groups(list))).hasSize(200);
    }

    /** The data set's own group joins two pictures, one of which looks like a third. */
    @Test
    void groupsAreJoinedThroughOneAnother() throws IOException {
        PictureList list = new PictureList(false)
                .add("a", "train", "drawing", SmoothPictures.png(SmoothPictures.of(2)))
                .add("b", "train", "drawing", SmoothPictures.png(PICTURE))
                .add("c", "train", "another", SmoothPictures.jpeg(PICTURE));
        assertThat(groups(list)).containsExactly("another", "another", "another");
    }

    @Test
    void flatAndUnreadablePicturesAreAloneUnlessTheyAreTheSame() throws IOException {
        PictureList list = new PictureList(false)
                .add("black", "train", "a", SmoothPictures.png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY)))
                .add("larger", "train", "b", SmoothPictures.png(new BufferedImage(8, 9, BufferedImage.TYPE_BYTE_GRAY)))
                .add("broken", "train", "c", text("no picture"))
                .add("broken too", "train", "d", text("no picture either"))
                .add("again", "train", "e", text("no picture"))
                .add("empty", "train", "f", new byte[0]);
        assertThat(groups(list)).containsExactly("a", "b", "c", "d", "c", "f");
    }

    @Test
    void aTwinInTrainLeavesValidation() throws IOException {
        PictureList list = new PictureList(false)
                .add("t", "train", "t", SmoothPictures.png(PICTURE))
                .add("v", "valid", "v", SmoothPictures.jpeg(PICTURE))
                .add("w", "valid", "w", SmoothPictures.png(SmoothPictures.of(2)));
        Selection selection = Selection.of(open(list).pictures(), "valid");
        assertThat(selection.pictures()).extracting(LabelledPicture::id).containsExactly("w");
        assertThat(selection.leftOut()).containsOnly(Map.entry("group also in train", 1));
    }

    @Test
    void drawnSplitsNeverTearAGroupApart() throws IOException {
        PictureList list = new PictureList(true);
        for (int i = 0; i < 60; i++) {
            BufferedImage picture = SmoothPictures.of(i);
            // What the data set says itself would tear them apart.
            list.add("p" + i, "train", "p" + i, SmoothPictures.png(picture));
            list.add("q" + i, "valid", "q" + i, SmoothPictures.jpeg(picture));
        }
        Map<String, Set<String>> splits = new HashMap<>();
        for (LabelledPicture picture : open(list).pictures()) {
            splits.computeIfAbsent(picture.group(), group -> new HashSet<>()).add(picture.split());
        }
        assertThat(splits).hasSize(60).allSatisfy((group, its) -> assertThat(its)
                .hasSize(1));
        assertThat(splits.values()).contains(Set.of("train"), Set.of("valid"));
    }

    @Test
    void ofADataSetWithSplitsTheyStay() throws IOException {
        PictureList list = new PictureList(false);
        for (int i = 0; i < 30; i++) {
            list.add("p" + i, "valid", "p" + i, SmoothPictures.png(SmoothPictures.of(i)));
        }
        assertThat(open(list).pictures()).extracting(LabelledPicture::split).containsOnly("valid");
    }

    @Test
    void theSameDataIsLookedAtOnce() throws IOException {
        PictureList list = new PictureList(false)
                .add("a", "train", "a", SmoothPictures.png(PICTURE))
                .add("b", "train", "b", SmoothPictures.jpeg(PICTURE));
        GroupedDataset first = open(list);
        int reads = list.reads();
        assertThat(open(list).pictures()).isEqualTo(first.pictures());
        assertThat(list.reads()).isEqualTo(reads).isEqualTo(2);
        assertThat(first.hash()).isEqualTo(list.hash());
        assertThat(first.remarks())
                .containsExactly("2 pictures in 1 groups; 2 without joining those of the same pixels and the nearly"
                        + " identical");
    }

    @Test
    void otherDataIsLookedAtAnewAndAnUnfinishedFileIsNotUsed() throws IOException {
        PictureList list = new PictureList(false)
                .add("a", "train", "a", SmoothPictures.png(PICTURE))
                .add("b", "train", "b", SmoothPictures.jpeg(PICTURE));
        open(list);
        list.add("c", "train", "c", SmoothPictures.png(SmoothPictures.of(2)));
        assertThat(groups(list)).containsExactly("a", "a", "c");
        for (Path file : files()) {
            Files.writeString(file, "x\n");
        }
        assertThat(groups(list)).containsExactly("a", "a", "c");
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".partial"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private List<String> groups(PictureList list) throws IOException {
        return open(list).pictures().stream().map(LabelledPicture::group).toList();
    }

    private GroupedDataset open(PictureList list) throws IOException {
        return GroupedDataset.of(list, folder, done -> {});
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
