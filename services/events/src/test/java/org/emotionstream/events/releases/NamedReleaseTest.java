package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedReleaseTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> tried = new ArrayList<>();
    private Releases releases;
    private NamedRelease named;

    @BeforeEach
    void nameOne() throws IOException {
        releases = new Releases(folder);
        ReleaseFolder.write(folder, "one");
        name("one");
        named = new NamedRelease(
                releases::defaultId,
                new ReleasedSteps<>(releases, stored -> stored.release().id()),
                Duration.ofSeconds(2),
                nanos::get);
    }

    @Test
    void theNewOneIsOpenedBesideTheOld() throws IOException {
        named.refresh();
        ReleaseFolder.write(folder, "two");
        name("two");

        named.refresh();

        StageReport report = report();
        assertThat(report.names()).contains("two");
        assertThat(report.holds()).containsExactly(releases.content("one"), releases.content("two"));
        assertThat(report.problem()).isEmpty();
    }

    @Test
    void oneThatIsStillBeingCopiedIsTriedAgainUntilItIsWhole() throws IOException {
        Path two = ReleaseFolder.write(folder, "two");
        byte[] whole = Files.readAllBytes(two.resolve("model-3.onnx"));
        Files.write(two.resolve("model-3.onnx"), new byte[] {1});
        name("two");
        named.refresh();
        assertThat(report().problem())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("model-3.onnx").contains("sha256"));
        assertThat(report().holds()).isEmpty();
        Files.write(two.resolve("model-3.onnx"), whole);

        named.refresh();
        assertThat(report().problem()).as("not again at once").isPresent();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        named.refresh();

        assertThat(report().problem()).isEmpty();
        assertThat(report().holds()).extracting(ReleaseContent::id).containsExactly("two");
    }

    @Test
    void whatCannotBeUsedIsTriedEverMoreSeldom() {
        NamedRelease broken = new NamedRelease(
                releases::defaultId,
                new ReleasedSteps<>(releases, stored -> {
                    tried.add(stored.release().id());
                    throw new ReleaseException("not for us");
                }),
                Duration.ofSeconds(2),
                nanos::get);
        for (int second = 0; second < 300; second++) {
            broken.refresh();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        // After 0, 2, 6, 14, 30 seconds, and then every 30.
        assertThat(tried).hasSize(5 + 8);
    }

    @Test
    void anotherNameIsTriedAtOnce() throws IOException {
        Files.delete(folder.resolve("one/head.json"));
        named.refresh();
        assertThat(report().problem()).isPresent();
        ReleaseFolder.write(folder, "two");
        name("two");

        named.refresh();

        assertThat(report().problem()).isEmpty();
    }

    @Test
    void aNameThatIsGoneIsAProblemAndWhatIsHeldStays() throws IOException {
        named.refresh();
        Files.delete(folder.resolve("DEFAULT"));

        named.refresh();

        assertThat(report().names()).isEmpty();
        assertThat(report().problem()).hasValueSatisfying(why -> assertThat(why).contains("DEFAULT"));
        assertThat(report().holds()).hasSize(1);
    }

    private StageReport report() {
        return named.report("featurizer", "1");
    }

    private void name(String id) throws IOException {
        Files.writeString(folder.resolve("DEFAULT"), id + "\n");
    }
}
