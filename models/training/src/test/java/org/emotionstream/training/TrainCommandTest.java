package org.emotionstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void refusesAReleaseThatExistsBeforeItTrains() throws IOException {
        Path existing = Files.createDirectory(folder.resolve("existing"));

        assertThat(run("--dataset", folder.toString(), "--out", existing.toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("existing exists: choose another id");
    }

    @Test
    void refusesAFolderThatCannotBeMadeBeforeItLooksAtAPicture() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        for (String out :
                new String[] {"/proc/x/release", file.resolve("release").toString()}) {
            assertThat(run("--dataset", folder.toString(), "--out", out)).isEqualTo(2);
        }
        assertThat(errors.toString())
                .contains("--out: cannot make the folder /proc/x/release: there is no such file or folder: /proc/x")
                .contains("--out: cannot make the folder " + file.resolve("release") + ": it is no folder: " + file)
                .doesNotContain("labels.csv");
    }

    @Test
    void leavesNoTraceOfTheFolderThatItTriedToMake() {
        assertThat(run(
                        "--dataset",
                        folder.toString(),
                        "--out",
                        folder.resolve("releases/new").toString()))
                .isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAnIdThatNoCommandTakes() {
        assertThat(run(
                        "--dataset",
                        folder.toString(),
                        "--out",
                        folder.resolve("my release").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("\"my release\" cannot be a release's id");
    }

    @Test
    void refusesAFolderThatIsNoDataset() {
        assertThat(run(
                        "--dataset",
                        folder.toString(),
                        "--out",
                        folder.resolve("new").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("labels.csv");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThat(run("--dataset", ".", "--out", folder.resolve("new").toString(), "--epochs", "0"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--epochs: expected 1 or more, found [0]");
    }

    @Test
    void takesOneNumberOfEpochsOrFour() {
        assertThat(run("--dataset", ".", "--out", folder.resolve("new").toString(), "--epochs", "3,4"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("expected one number or four, found [3, 4]");
    }

    @Test
    void thePapersRecipeTakesNoSettingsOfOurs() {
        assertThat(run(
                        "--dataset",
                        ".",
                        "--out",
                        folder.resolve("new").toString(),
                        "--recipe",
                        "paper",
                        "--epochs",
                        "3"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("as it was published: no --epochs");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("--dataset", "--out");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "train";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TrainingCommands.commandLine()
                .setErr(new PrintWriter(errors, true))
                .execute(all);
    }
}
