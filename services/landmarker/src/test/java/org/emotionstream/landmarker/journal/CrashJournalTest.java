package org.emotionstream.landmarker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends is a journal that is closed with pictures in hand: the file is the same. */
class CrashJournalTest {
    private static final String DIGEST = digest(1);
    private static final String OTHER = digest(2);

    @TempDir
    Path folder;

    @Test
    void nothingIsHeldAgainstWhatHasLeft() {
        try (CrashJournal journal = open(true)) {
            journal.end(journal.begin(DIGEST, "images.raw-0-1"));
        }
        try (CrashJournal journal = open(true)) {
            assertThat(journal.countedAtStart()).isZero();
            assertThat(journal.suspect(DIGEST)).isEmpty();
        }
    }

    @Test
    void whatWasInHandIsASuspectUntilItHasLeft() {
        endWith(DIGEST, OTHER);

        try (CrashJournal journal = open(true)) {
            assertThat(journal.countedAtStart()).isEqualTo(2);
            assertThat(journal.suspect(DIGEST)).contains(new Suspect(DIGEST, "images.raw-3-17", 1, 1));
            assertThat(journal.suspect(OTHER).orElseThrow().convicted()).isFalse();
            journal.forget(OTHER);
        }
        try (CrashJournal journal = open(true)) {
            assertThat(journal.countedAtStart()).isZero();
            assertThat(journal.suspect(OTHER)).isEmpty();
            assertThat(journal.suspect(DIGEST)).isPresent();
        }
    }

    @Test
    void theSecondCrashConvicts() {
        endWith(DIGEST);
        open(true).close();
        assertThat(convicted()).isFalse();
        endWith(DIGEST);
        open(true).close();

        assertThat(convicted()).isTrue();
    }

    @Test
    void ofEndsWithoutAWordItIsTheThird() {
        endWith(DIGEST);
        endWith(DIGEST);
        assertThat(convicted()).isFalse();
        endWith(DIGEST);

        assertThat(convicted()).isTrue();
    }

    @Test
    void aPictureThatIsInHandTwiceCountsOnce() {
        endWith(DIGEST, DIGEST);

        try (CrashJournal journal = open(false)) {
            assertThat(journal.countedAtStart()).isEqualTo(1);
            assertThat(journal.suspect(DIGEST).orElseThrow().ends()).isEqualTo(1);
        }
    }

    @Test
    void aProcessThatEndsWhileItCountsIsNoFurtherEnd() throws Exception {
        endWith(DIGEST);
        byte[] before = Files.readAllBytes(folder.resolve("one.journal"));
        open(false).close();
        byte[] counted = Files.readAllBytes(folder.resolve("one.journal"));
        // It has counted the suspect, and not yet said that the journal is its own.
        System.arraycopy(before, 0, counted, 0, Slots.BYTES * (1 + JournalFile.IN_HAND));
        Files.write(folder.resolve("one.journal"), counted);

        try (CrashJournal journal = open(false)) {
            assertThat(journal.suspect(DIGEST).orElseThrow().ends()).isEqualTo(1);
        }
    }

    @Test
    void aReportIsLookedForWhereTheLastProcessWouldHaveWrittenIt() throws Exception {
        endWith(DIGEST);
        Path report = Files.writeString(folder.resolve("crash-landmarker-20261128T200010Z.log"), "SIGSEGV");
        try (JournalFile file = JournalFile.open(folder, "one")) {
            file.begin(1, file.run(), folder.resolve("another.log") + "\n" + report);
        }
        try (CrashJournal journal = CrashJournal.open(folder, "one")) {
            assertThat(journal.suspect(DIGEST).orElseThrow().crashes()).isEqualTo(1);
        }
    }

    @Test
    void aJournalOfAnEarlierVersionSaysNothingOfReportsAndIsRead() throws Exception {
        endWith(DIGEST);
        Path file = folder.resolve("one.journal");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 24, Slots.BYTES, (byte) 0);
        Files.write(file, bytes);

        try (CrashJournal journal = CrashJournal.open(folder, "one")) {
            assertThat(journal.suspect(DIGEST)).contains(new Suspect(DIGEST, "images.raw-3-17", 0, 1));
        }
    }

    @Test
    void instancesAndASecondProcessOfOneHaveTheirOwn() {
        try (CrashJournal one = open(false);
                CrashJournal second = open(false);
                CrashJournal other = CrashJournal.open(folder, "../two", (places, since) -> false)) {
            one.begin(DIGEST, "images.raw-0-1");
            assertThat(second.suspects() + other.suspects()).isZero();
        }
        assertThat(folder)
                .isDirectoryContaining(file -> file.endsWith("one.journal"))
                .isDirectoryContaining(file -> file.endsWith("one-2.journal"))
                .isDirectoryContaining(file -> file.endsWith(".._two.journal"));
    }

    @Test
    void whatIsNoJournalIsReplacedByOne() throws Exception {
        for (byte[] damaged :
                List.of(new byte[0], "not a journal".getBytes(StandardCharsets.UTF_8), new byte[1 << 20])) {
            Files.write(folder.resolve("one.journal"), damaged);
            try (CrashJournal journal = open(true)) {
                assertThat(journal.countedAtStart()).isZero();
            }
            endWith(DIGEST);
            assertThat(suspects()).isEqualTo(1);
        }
    }

    @Test
    void whereItCannotBeKeptTheSettingIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> CrashJournal.open(file, "one"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("landmarker.state-directory")
                .hasMessageContaining(file.toString());
    }

    @Test
    void theOldestSuspectsMakeRoom() {
        for (int picture = 0; picture < JournalFile.SUSPECTS + 1; picture++) {
            endWith(digest(picture));
        }
        try (CrashJournal journal = open(false)) {
            assertThat(journal.suspects()).isEqualTo(JournalFile.SUSPECTS);
            assertThat(journal.suspect(digest(0))).isEmpty();
            assertThat(journal.suspect(digest(JournalFile.SUSPECTS))).isPresent();
        }
    }

    private void endWith(String... digests) {
        try (CrashJournal journal = open(false)) {
            for (String digest : digests) {
                journal.begin(digest, "images.raw-3-17");
            }
        }
    }

    private boolean convicted() {
        try (CrashJournal journal = open(false)) {
            return journal.suspect(DIGEST).orElseThrow().convicted();
        }
    }

    private int suspects() {
        try (CrashJournal journal = open(false)) {
            return journal.suspects();
        }
    }

    private CrashJournal open(boolean crashed) {
        return CrashJournal.open(folder, "one", (places, since) -> crashed);
    }

    private static String digest(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }
}
