package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.cli.processes.SupervisedProcess;
import org.emotionstream.cli.processes.Supervisor;
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

    @Test
    void whatAProcessHasWrittenAsItStoppedIsUsedByTheNextOne() throws Exception {
        Path archive = folder.resolve("combiner.jsa");
        List<String> flags = new ClassArchives(Optional.of(folder)).flags("combiner");
        String write = "trap 'sleep 0.3; touch " + archive + ".new; exit' TERM; touch " + archive
                + ".begun; while :; do read -t 1 line; done";
        ProcessPlan plan = new ProcessPlan(
                "combiner",
                Stream.concat(Stream.of("bash", "-c", write), flags.stream()).toList(),
                Map.of(),
                folder,
                folder.resolve("combiner.log"),
                () -> Files.exists(folder.resolve("combiner.jsa.begun"))
                        ? Optional.empty()
                        : Optional.of("not started yet"));
        Supervisor supervisor = new Supervisor(Optional.empty(), line -> {});
        List<SupervisedProcess> processes = List.of(supervisor.start(plan));
        supervisor.awaitReady(processes, Duration.ofSeconds(20), ready -> {}, (waiting, why) -> {});

        ClassArchives.putInPlace(supervisor.stop(processes, ClassArchives.stopPatience(processes, Duration.ZERO)));

        assertThat(archive).exists();
        assertThat(folder.resolve("combiner.jsa.new")).doesNotExist();
    }
}
