package org.emotionstream.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderDatasetTest {
    @TempDir
    Path folder;

    @Test
    void readsSplitsAndClassesInTheOrderOfTheirPaths() throws IOException {
        add("validation/sad/v.png");
        add("train/happy/b.jpeg");
        add("train/happy/a.PNG");
        add("train/anger/more/c.bmp");
        add("test/no-face/d.webp");
        try (Dataset dataset = Datasets.open(folder)) {
            assertThat(dataset).isInstanceOf(ClassFolderDataset.class);
            assertThat(dataset.pictures())
                    .extracting(LabelledPicture::id, LabelledPicture::split, LabelledPicture::label)
                    .containsExactly(
                            tuple("test/no-face/d.webp", "test", Optional.of(Emotion.NO_FACE)),
                            tuple("train/anger/more/c.bmp", "train", Optional.of(Emotion.ANGER)),
                            tuple("train/happy/a.PNG", "train", Optional.of(Emotion.HAPPY)),
                            tuple("train/happy/b.jpeg", "train", Optional.of(Emotion.HAPPY)),
                            tuple("validation/sad/v.png", "valid", Optional.of(Emotion.SAD)));
            assertThat(dataset.bytes(dataset.pictures().get(3))).isEqualTo(TinyDataset.picture("train/happy/b.jpeg"));
            assertThat(dataset.drawsSplits()).isFalse();
            assertThat(dataset.remarks()).isEmpty();
        }
    }

    @Test
    void namesOfClassesAreTakenAsPeopleWriteThem() {
        assertThat(Emotion.values()).allSatisfy(emotion -> assertThat(ClassNames.find(emotion.label()))
                .contains(emotion));
        assertThat(ClassNames.find("Happiness")).contains(Emotion.HAPPY);
        assertThat(ClassNames.find("sadness")).contains(Emotion.SAD);
        assertThat(ClassNames.find("ANGRY")).contains(Emotion.ANGER);
        assertThat(ClassNames.find("surprised")).contains(Emotion.SURPRISE);
        assertThat(ClassNames.find("Fearful")).contains(Emotion.FEAR);
        assertThat(ClassNames.find("disgusted")).contains(Emotion.DISGUST);
        assertThat(ClassNames.find("No_Face")).contains(Emotion.NO_FACE);
        assertThat(ClassNames.find("noface")).contains(Emotion.NO_FACE);
        assertThat(ClassNames.find("joy")).isEmpty();
    }

    @Test
    void withoutSplitsATenthIsDrawnAndThatIsSaid() throws IOException {
        for (int i = 0; i < 500; i++) {
            add("happy/" + i + ".png");
        }
        try (Dataset dataset = Datasets.open(folder)) {
            assertThat(dataset.drawsSplits()).isTrue();
            assertThat(dataset.pictures().stream()
                            .filter(picture -> picture.split().equals("valid")))
                    .hasSizeBetween(30, 70);
            assertThat(dataset.pictures()).extracting(LabelledPicture::split).containsOnly("train", "valid");
            assertThat(dataset.remarks())
                    .containsExactly("there are no folders train and valid above the classes: 10 % of the groups are"
                            + " drawn for valid");
        }
    }

    @Test
    void otherFilesAreCountedAndHiddenOnesAreNot() throws IOException {
        add("train/happy/a.png");
        add("train/happy/notes.txt");
        add("train/list.csv");
        add("train/happy/.thumbnails/a.png");
        add("train/.cache/a.png");
        try (Dataset dataset = Datasets.open(folder)) {
            assertThat(dataset.pictures()).hasSize(1);
            assertThat(dataset.remarks())
                    .containsExactly(
                            "2 files are not looked at: their names do not end in [bmp, jpeg, jpg, png, webp]");
        }
    }

    @Test
    void aFolderOfNoClassIsNamed() throws IOException {
        add("happy/a.png");
        add("joy/a.png");
        refused(folder.resolve("joy") + ": expected a folder named after one of [neutral, happy, sad, surprise, fear,"
                + " disgust, anger, contempt, no-face], found another; move it away if it does not belong here");
    }

    @Test
    void aFolderBesideTheSplitsIsNamed() throws IOException {
        add("train/happy/a.png");
        add("happy/a.png");
        refused(folder.resolve("happy") + ": expected only folders of splits beside [" + folder.resolve("train")
                + "], found another");
    }

    @Test
    void foldersWithoutPicturesAreRefused() throws IOException {
        add("happy/a.txt");
        refused(folder + ": expected pictures in the folders of the classes, files that end in [bmp, jpeg, jpg, png,"
                + " webp], found none");
    }

    @Test
    void whatIsNoDataSetIsAnsweredWithTheLayouts() throws IOException {
        add("pictures/a.png");
        assertThatThrownBy(() -> Datasets.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(
                        folder + " is no data set that is known here. Looked for one of:\n  labels.csv,")
                .hasMessageContaining("AffectNet: training.csv and validation.csv")
                .hasMessageContaining("a folder for each class: neutral, happy,")
                .hasMessageEndingWith("Found: pictures");
        assertThatThrownBy(() -> Datasets.open(folder.resolve("nowhere")))
                .hasMessage(folder.resolve("nowhere") + " is no folder: a data set is one");
    }

    @Test
    void theHashTellsLabelsAndPicturesApart() throws IOException {
        add("happy/a.png");
        add("sad/b.png");
        String hash = hash();
        assertThat(hash()).isEqualTo(hash).hasSize(64);
        Files.writeString(folder.resolve("sad/b.png"), "another");
        String otherPicture = hash();
        assertThat(otherPicture).isNotEqualTo(hash);
        Files.createDirectories(folder.resolve("fear"));
        Files.move(folder.resolve("sad/b.png"), folder.resolve("fear/b.png"));
        assertThat(hash()).isNotIn(hash, otherPicture);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Datasets.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message);
    }

    private String hash() {
        try (Dataset dataset = Datasets.open(folder)) {
            return dataset.hash();
        }
    }

    /** A file whose content is its path. */
    private void add(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, TinyDataset.picture(path));
    }
}
