package org.emotionstream.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffectNetDatasetTest {
    private static final String HEADER =
            "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,valence,arousal\n";

    @TempDir
    Path folder;

    @Test
    void readsBothListsInTheOrderOfTheirRows() throws IOException {
        tiny(folder, folder.resolve("Manually_Annotated_Images"));
        try (Dataset dataset = Datasets.open(folder)) {
            assertThat(dataset).isInstanceOf(AffectNetDataset.class);
            assertThat(dataset.pictures())
                    .extracting(LabelledPicture::id, LabelledPicture::split, LabelledPicture::label)
                    .containsExactly(
                            tuple("1/a.jpg", "train", Optional.of(Emotion.NEUTRAL)),
                            tuple("1/b.jpg", "train", Optional.of(Emotion.CONTEMPT)),
                            tuple("2/c.jpg", "train", Optional.of(Emotion.NO_FACE)),
                            tuple("2/d.jpg", "valid", Optional.of(Emotion.SURPRISE)));
            assertThat(dataset.bytes(dataset.pictures().get(1))).isEqualTo(TinyDataset.picture("b"));
            assertThat(dataset.bytes(dataset.pictures().get(3))).isEqualTo(TinyDataset.picture("d"));
        }
    }

    @Test
    void theNumbersAreThePapersClasses() throws IOException {
        tiny(folder, folder);
        StringBuilder rows = new StringBuilder();
        for (int expression = 0; expression <= 10; expression++) {
            Files.writeString(folder.resolve("1/" + expression + ".png"), "x");
            rows.append(row("1/" + expression + ".png", Integer.toString(expression)));
        }
        Files.writeString(folder.resolve("training.csv"), HEADER + rows);
        try (Dataset dataset = AffectNetDataset.open(folder)) {
            assertThat(dataset.pictures())
                    .extracting(LabelledPicture::labelName)
                    .startsWith(
                            "neutral",
                            "happy",
                            "sad",
                            "surprise",
                            "fear",
                            "disgust",
                            "anger",
                            "contempt",
                            "none",
                            "uncertain",
                            "no-face");
            Selection selection = Selection.of(dataset.pictures(), "train");
            assertThat(selection.pictures())
                    .extracting(picture -> picture.label().orElseThrow())
                    .containsExactly(Emotion.values());
            assertThat(selection.leftOut()).containsOnly(entry("no label: none", 1), entry("no label: uncertain", 1));
        }
    }

    @Test
    void quotesMakeNoDifferenceAndOtherColumnsAreNotLookedAt() throws IOException {
        tiny(folder, folder);
        Files.writeString(
                folder.resolve("training.csv"),
                "\"expression\",\"subDirectory_filePath\",\"mine\"\n\"3\",\"1/a.jpg\",\"x,y\"\n");
        try (Dataset dataset = Datasets.open(folder)) {
            assertThat(dataset.pictures().get(0).label()).contains(Emotion.SURPRISE);
            assertThat(dataset.pictures().get(0).id()).isEqualTo("1/a.jpg");
        }
    }

    @Test
    void itMayBeUnpackedInSeveralWays() throws IOException {
        Path lists = folder.resolve("as-unpacked/Manually_Annotated_file_lists");
        tiny(lists, folder.resolve("as-unpacked/Manually_Annotated/Manually_Annotated_Images"));
        tiny(folder.resolve("moved"), folder.resolve("moved/Manually_Annotated_Images"));
        for (String name : new String[] {"as-unpacked", "moved", "moved/Manually_Annotated_Images"}) {
            try (Dataset dataset = Datasets.open(folder.resolve(name))) {
                assertThat(dataset.pictures()).as(name).hasSize(4);
                assertThat(dataset.bytes(dataset.pictures().get(0))).isEqualTo(TinyDataset.picture("a"));
            }
        }
    }

    @Test
    void aPictureThatIsListedAgainStaysInItsGroup() throws IOException {
        tiny(folder, folder);
        Files.writeString(folder.resolve("validation.csv"), HEADER + row("1/a.jpg", "1"));
        try (Dataset dataset = Datasets.open(folder)) {
            LabelledPicture again = dataset.pictures().get(3);
            assertThat(again.id()).isEqualTo("1/a.jpg (validation.csv, row 2)");
            assertThat(again.group()).isEqualTo(dataset.pictures().get(0).group());
            assertThat(dataset.bytes(again)).isEqualTo(TinyDataset.picture("a"));
        }
    }

    @Test
    void theHashTellsLabelsAndPicturesApart() throws IOException {
        tiny(folder, folder);
        String hash = hash();
        assertThat(hash()).isEqualTo(hash).hasSize(64);
        Files.writeString(folder.resolve("1/a.jpg"), "another");
        String otherPicture = hash();
        assertThat(otherPicture).isNotEqualTo(hash);
        Files.writeString(folder.resolve("validation.csv"), HEADER + row("2/d.jpg", "2"));
        assertThat(hash()).isNotEqualTo(otherPicture);
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithItsRow() throws IOException {
        tiny(folder, folder);
        refused(row("1/b.jpg", "11"), "column expression: expected a whole number from 0 to 10, found 11");
        refused(row("1/b.jpg", "-1"), "column expression: expected a whole number from 0 to 10, found -1");
        refused(row("1/b.jpg", "happy"), "column expression: expected a whole number from 0 to 10, found happy");
        refused(row("1/b.jpg", ""), "column expression: expected a whole number from 0 to 10, found none");
        refused(row("", "1"), "column subDirectory_filePath: expected the path of a picture, found none");
        refused(row("1/z.jpg", "1"), "expected the picture " + folder.resolve("1/z.jpg") + ", found none");
        refused(row("3/a.jpg", "1"), "expected the picture " + folder.resolve("3/a.jpg") + ", found none");
        refused(row("../1/a.jpg", "1"), "expected the picture " + folder.resolve("../1/a.jpg") + ", found none");
    }

    @Test
    void missingPartsAreNamed() throws IOException {
        tiny(folder, folder);
        Files.writeString(folder.resolve("training.csv"), HEADER + row("9/a.jpg", "1"));
        assertThatThrownBy(() -> Datasets.open(folder))
                .hasMessage(folder.resolve("training.csv") + ", row 2: expected the picture 9/a.jpg in one of the"
                        + " folders [" + folder + "], found it in none");
        Files.writeString(folder.resolve("training.csv"), "path,expression\n1/a.jpg,1\n");
        assertThatThrownBy(() -> Datasets.open(folder))
                .hasMessage(folder.resolve("training.csv") + ", row 1: expected the columns [expression,"
                        + " subDirectory_filePath], found [expression, path]");
        Files.delete(folder.resolve("training.csv"));
        assertThatThrownBy(() -> Datasets.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage("cannot read " + folder.resolve("training.csv")
                        + ": AffectNet has training.csv and validation.csv");
    }

    private void refused(String row, String message) throws IOException {
        Files.writeString(folder.resolve("training.csv"), HEADER + row("1/a.jpg", "0") + row);
        assertThatThrownBy(() -> Datasets.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(folder.resolve("training.csv") + ", row 3: " + message);
    }

    private String hash() {
        try (Dataset dataset = Datasets.open(folder)) {
            return dataset.hash();
        }
    }

    private static void tiny(Path lists, Path pictures) throws IOException {
        Files.createDirectories(lists);
        Files.writeString(
                lists.resolve("training.csv"),
                HEADER + row("1/a.jpg", "0") + row("1/b.jpg", "7") + row("2/c.jpg", "10"));
        Files.writeString(lists.resolve("validation.csv"), HEADER + row("2/d.jpg", "3"));
        for (String name : new String[] {"1/a", "1/b", "2/c", "2/d"}) {
            Files.createDirectories(pictures.resolve(name).getParent());
            Files.write(pictures.resolve(name + ".jpg"), TinyDataset.picture(name.substring(2)));
        }
    }

    private static String row(String path, String expression) {
        return path + ",134,134,899,899,181.64;530.91;188.32," + expression + ",0.785714,-0.055556\n";
    }
}
