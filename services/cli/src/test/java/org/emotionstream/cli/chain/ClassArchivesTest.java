package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
    @TempDir
    Path folder;

    @Test
    void theFirstProcessOfAProgramWritesItsArchive() {
        List<String> flags = new ClassArchives(Optional.of(folder)).flags("combiner");

        assertThat(flags).contains("-XX:ArchiveClassesAtExit=" + folder.resolve("combiner.jsa.new"));
        assertThat(ClassArchives.isWrittenBy(flags)).isTrue();
    }

    @Test
    void aProgramWithAnArchiveUsesItAndWritesNone() throws IOException {
        Path archive = Files.writeString(folder.resolve("combiner.jsa"), "classes");

        List<String> flags = new ClassArchives(Optional.of(folder)).flags("combiner");

        assertThat(flags).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(ClassArchives.isWrittenBy(flags)).isFalse();
    }

    @Test
    void anArchiveOfAnotherProgramIsNotUsed() throws IOException {
        Files.writeString(folder.resolve("featurizer.jsa"), "classes");

        assertThat(new ClassArchives(Optional.of(folder)).flags("combiner"))
                .noneMatch(flag -> flag.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void withoutAFolderNothingIsArchived() {
        assertThat(new ClassArchives(Optional.empty()).flags("combiner")).isEmpty();
    }
}
