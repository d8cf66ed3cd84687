package org.emotionstream.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .extracting(picture -> folder.relativize(picture).toString())
                .containsExactly("a.jpeg", "b.JPG", "e.png", "more/c.webp", "more/d.bmp");
        assertThat(found.skipped()).isEqualTo(2);
    }

    @Test
    void aFileIsTakenWhateverItsName() {
        Path notes = folder.resolve("notes.txt");

        PictureFiles found = PictureFiles.find(List.of(notes, folder.resolve("e.png")));

        assertThat(found.pictures()).containsExactly(notes, folder.resolve("e.png"));
        assertThat(found.skipped()).isZero();
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
                .hasMessageContaining("1 other files");
    }
}
