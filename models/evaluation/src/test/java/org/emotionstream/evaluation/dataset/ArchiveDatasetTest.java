package org.emotionstream.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDatasetTest {
    private static final String NOBODY = ",,,,,,,,,";

    @TempDir
    Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void twoPictures() {
        tiny = new TinyDataset(folder)
                .add("a1", "train", "0,0,5,1,2,0,0,0,2,0", "3,surprise", "g1", TinyDataset.picture("one"))
                .add("a2", "valid", NOBODY, "8,noface", "g2", TinyDataset.picture("two"));
    }

    @Test
    void readsPicturesInTheOrderOfTheirRows() throws Exception {
        try (Dataset dataset = ArchiveDataset.open(tiny.write())) {
            assertThat(dataset.pictures()).extracting(LabelledPicture::id).containsExactly("a1", "a2");
            LabelledPicture second = dataset.pictures().get(1);
            assertThat(second)
                    .isEqualTo(new LabelledPicture(
                            "a2", "test", "valid", Optional.of(Emotion.NO_FACE), "noface", Optional.empty(), "g2"));
            assertThat(dataset.bytes(dataset.pictures().get(0))).isEqualTo(TinyDataset.picture("one"));
            assertThat(dataset.bytes(second)).isEqualTo(TinyDataset.picture("two"));
        }
    }

    @Test
    void refusesASplitThatIsNone() {
        for (String none : new String[] {"tain", "train2", "all"}) {
            TinyDataset other =
                    new TinyDataset(folder).add("a1", none, NOBODY, "8,noface", "g", TinyDataset.picture("x"));

            assertThatThrownBy(() -> ArchiveDataset.open(other.write()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining(
                            "labels.csv, row 2: column split: expected one of [train, valid, test], found " + none);
        }
    }

    @Test
    void takesTheWordsForSplitsThatClassFoldersMayHave() throws Exception {
        tiny.add("a3", "Training", NOBODY, "8,noface", "g3", TinyDataset.picture("three"))
                .add("a4", "val", NOBODY, "8,noface", "g4", TinyDataset.picture("four"));
        try (Dataset dataset = ArchiveDataset.open(tiny.write())) {
            assertThat(dataset.pictures())
                    .extracting(LabelledPicture::split)
                    .containsExactly("train", "valid", "train", "valid");
        }
    }

    @Test
    void saysWhatALabelFileWithoutAHeaderLacks() throws Exception {
        Path labels = tiny.write().resolve("labels.csv");

        for (String content : new String[] {"", "\n", "\n\n  \n"}) {
            Files.writeString(labels, content);

            assertThatThrownBy(() -> ArchiveDataset.open(folder))
                    .as("%d bytes", content.length())
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith(labels + ": expected a header and one row a picture, found ");
        }
    }

    /** FER+ has neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF. */
    @Test
    void votesAreMappedByNameAndUnknownIsNotCounted() throws Exception {
        tiny.add("a3", "train", "1,2,3,4,5,6,7,8,90,9", "-2,tie", "g3", TinyDataset.picture("three"));
        try (Dataset dataset = ArchiveDataset.open(tiny.write())) {
            EmotionDistribution votes = dataset.pictures().get(2).votes().orElseThrow();
            assertThat(votes.toArray())
                    .containsExactly(1 / 45f, 2 / 45f, 4 / 45f, 3 / 45f, 7 / 45f, 6 / 45f, 5 / 45f, 8 / 45f, 9 / 45f);
            assertThat(dataset.pictures().get(2).label()).isEmpty();
            assertThat(dataset.pictures().get(0).votes().orElseThrow().probability(Emotion.SURPRISE))
                    .isEqualTo(5 / 8f);
        }
    }

    @Test
    void onlyUnknownVotesAreNoVotes() throws Exception {
        tiny.add("a3", "train", "0,0,0,0,0,0,0,0,10,0", "-1,unknown", "g3", TinyDataset.picture("three"));
        try (Dataset dataset = ArchiveDataset.open(tiny.write())) {
            assertThat(dataset.pictures().get(2).votes()).isEmpty();
        }
    }

    @Test
    void theHashChangesWithALabelAndWithAPicture() throws Exception {
        tiny.write();
        String before = hash();
        assertThat(hash()).isEqualTo(before).hasSize(64);
        Files.writeString(folder.resolve("labels.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(hash()).isNotEqualTo(before);
        new TinyDataset(folder)
                .add("a1", "train", "0,0,5,1,2,0,0,0,2,0", "3,surprise", "g1", TinyDataset.picture("ONE"))
                .add("a2", "valid", NOBODY, "8,noface", "g2", TinyDataset.picture("two"))
                .write();
        assertThat(hash()).isNotEqualTo(before);
        tiny.write();
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void aFolderWithoutLabelsIsNamed() {
        refused("cannot read " + folder.resolve("labels.csv"));
    }

    @Test
    void aFileWithoutRowsIsRefused() throws Exception {
        Files.writeString(folder.resolve("labels.csv"), TinyDataset.HEADER + "\n");
        refused("labels.csv: expected a header and one row a picture, found no picture");
    }

    @Test
    void missingColumnsAreNamed() throws Exception {
        Files.writeString(folder.resolve("labels.csv"), "id,label\na,1\n");
        refused("labels.csv, row 1: expected the columns [archive, entry, group, id,", "found [id, label]");
    }

    @Test
    void aRowThatEndsEarlyIsNamed() throws Exception {
        tiny.addRow("a3,train.zip,a1.png").write();
        refused("labels.csv", "row 3");
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithItsRow() throws Exception {
        refusedRow(NOBODY, "3,happy", "row 4: column label: expected 1 beside label_name happy, found 3");
        refusedRow(NOBODY, "3,joy", "row 4: column label_name: expected one of [neutral, happy,", "found joy");
        refusedRow(NOBODY, "2,tie", "row 4: column label: expected a negative number beside label_name tie, found 2");
        refusedRow(NOBODY, "three,happy", "row 4: column label: expected a whole number, found three");
        refusedRow(NOBODY, ",happy", "row 4: column label: expected a value, found none");
        refusedRow("x,,,,,,,,,", "1,happy", "row 4: column neutral: expected a whole number, found x");
        refusedRow("-1,,,,,,,,,", "1,happy", "row 4: column neutral: expected a number of votes, 0 or more, found -1");
    }

    @Test
    void anIdThatIsThereTwiceIsRefused() throws Exception {
        tiny.add("a1", "train", NOBODY, "1,happy", "g", TinyDataset.picture("again"))
                .write();
        refused("row 4: expected an id of its own, found a1, that of row 2");
    }

    @Test
    void aMissingArchiveOrEntryIsNamedWithItsRow() throws Exception {
        tiny.write();
        Files.delete(folder.resolve("valid.zip"));
        refused("row 3: cannot open " + folder.resolve("valid.zip"));
        twoPictures();
        tiny.addRow("a3,train.zip,a3.png,test,train,48,48," + NOBODY + ",1,happy,1,none,g")
                .write();
        refused("row 4: expected an entry a3.png in " + folder.resolve("train.zip") + ", found none");
        twoPictures();
        tiny.addRow("a3,../train.zip,a3.png,test,train,48,48," + NOBODY + ",1,happy,1,none,g")
                .write();
        refused("row 4: column archive: expected the name of a file in the folder");
    }

    private String hash() {
        try (Dataset dataset = ArchiveDataset.open(folder)) {
            return dataset.hash();
        }
    }

    private void refusedRow(String votes, String label, String... messages) throws Exception {
        twoPictures();
        tiny.add("a3", "train", votes, label, "g3", TinyDataset.picture("three"))
                .write();
        refused(messages);
    }

    private void refused(String... messages) {
        assertThatThrownBy(() -> ArchiveDataset.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(messages);
    }
}
