package org.emotionstream.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("more"));
        for (String name : List.of("b.JPG", "a.jpeg", "more/c.webp", "more/d.bmp", "e.png", "notes.txt", "jpg")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void ofAFolderEveryFileThatIsAPictureByItsName() {
        PictureFiles found = PictureFiles.find(List.of(folder));

        assertThat(found.pictures())
                .extracting(picture -> folder.relativize(picture.path()).toString())
                .containsExactly("a.jpeg", "b.JPG", "e.png", "more/c.webp", "more/d.bmp");
        assertThat(found.skippedCount()).isEqualTo(2);
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void aFileIsTakenWhateverItsName() {
        Path notes = folder.resolve("notes.txt");

        PictureFiles found = PictureFiles.find(List.of(notes, folder.resolve("e.png")));

        assertThat(found.pictures())
                .containsExactly(PictureFile.named(notes), PictureFile.named(folder.resolve("e.png")));
        assertThat(found.skippedCount()).isZero();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> PictureFiles.find(List.of(folder.resolve("none.jpg"))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("none.jpg");
    }

    @Test
    void aFolderWithoutAPictureIsAnError() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("notes.txt"), "");

        assertThatThrownBy(() -> PictureFiles.find(List.of(empty)))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no picture")
                .hasMessageContaining("1 file")
                .hasMessageContaining("1 .txt");
    }

    @Test
    void oneEntryThatCannotBeReadCostsThatEntry() throws Exception {
        Files.createSymbolicLink(folder.resolve("more/loop"), folder);
        Files.createSymbolicLink(folder.resolve("dangling.jpg"), Path.of("nowhere.jpg"));
        Files.createSymbolicLink(folder.resolve("itself.jpg"), Path.of("itself.jpg"));
        Files.createDirectory(folder.resolve("folder.jpg"));
        fifo(folder.resolve("fifo.jpg"));

        PictureFiles found = PictureFiles.find(List.of(folder));

        assertThat(found.pictures()).hasSize(5);
        assertThat(found.problems())
                .hasSize(4)
                .anyMatch(line -> line.contains("more/loop") && line.contains("link leads back to a folder"))
                .anyMatch(line -> line.contains("dangling.jpg") && line.contains("not there"))
                .anyMatch(line -> line.contains("itself.jpg"))
                .anyMatch(line -> line.contains("fifo.jpg") && line.contains("not a regular file"));
    }

    @Test
    void aFolderThatIsTooDeepToNameCostsThatFolder() throws Exception {
        String name = "d".repeat(250);
        String script = "cd '" + folder + "' && for i in $(seq 20); do mkdir " + name + " && cd " + name
                + "; done && : > deep.jpg";
        assertThat(new ProcessBuilder("bash", "-c", script).start().waitFor()).isZero();

        PictureFiles found = PictureFiles.find(List.of(folder));

        assertThat(found.pictures()).hasSize(5);
        assertThat(found.problems()).singleElement().asString().contains("File name too long");
        // Java's own clean-up cannot name it either.
        assertThat(new ProcessBuilder("rm", "-rf", folder.resolve(name).toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void whatBrowsersAndOlderProgramsCallAJpegIsOne() throws IOException {
        for (String name : List.of("f.jfif", "g.JPE", "h.jif", "i.dib")) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(PictureFiles.find(List.of(folder)).pictures()).hasSize(9);
    }

    @Test
    void whatIsSkippedIsCountedByTheEndOfItsName() throws IOException {
        for (String name : List.of("f.heic", "g.HEIC", "h.mov")) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(PictureFiles.find(List.of(folder)).skippedInWords())
                .contains("skipped 5 files without a picture extension (2 .heic, 1 .mov, 1 .txt, 1 without a usual "
                        + "extension)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo.jpg", "/dev/null", "/dev/zero", "dangling.jpg", "", "none/at/all.jpg"})
    void whatIsNamedAndIsNoFileEndsTheCommandBeforeAnythingIsSent(String name) throws Exception {
        fifo(folder.resolve("fifo.jpg"));
        Files.createSymbolicLink(folder.resolve("dangling.jpg"), Path.of("nowhere.jpg"));
        Path path = name.isEmpty() ? Path.of("") : folder.resolve(name);

        assertThatThrownBy(() -> PictureFiles.find(List.of(folder.resolve("e.png"), path)))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.USAGE));
    }

    private static void fifo(Path path) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }
}
