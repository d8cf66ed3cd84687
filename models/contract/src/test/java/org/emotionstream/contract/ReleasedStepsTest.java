package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedStepsTest {
    @TempDir
    Path root;

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Test
    void opensEachReleaseOnceAndKeepsTheTwoUsedLast() throws IOException {
        for (String id : List.of("one", "two", "three")) {
            ReleaseFolder.write(root, id);
        }
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            steps.of("one");
            steps.of("two");
            steps.of("one");
            steps.of("three");
            assertThat(opened).containsExactly("one", "two", "three");
            assertThat(closed).isEmpty();
            steps.trim();
            assertThat(closed).containsExactly("two");
        }
        assertThat(closed).containsExactlyInAnyOrder("two", "one", "three");
    }

    @Test
    void whatIsKeptStaysHoweverLongItIsNotUsed() throws IOException {
        for (String id : List.of("pinned", "next", "late")) {
            ReleaseFolder.write(root, id);
        }
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            steps.hold("pinned");
            steps.hold("next");
            steps.keep(Set.of("pinned", "next"));
            steps.of("late");
            steps.trim();
            assertThat(closed).containsExactly("late");
            assertThat(steps.contents()).extracting(ReleaseContent::id).containsExactlyInAnyOrder("pinned", "next");
        }
    }

    @Test
    void whatIsInUseIsNotLetGoUntilItsUseHasEnded() throws IOException {
        for (String id : List.of("one", "two", "three")) {
            ReleaseFolder.write(root, id);
        }
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            steps.use("one", one -> {
                steps.of("two");
                steps.of("three");
                steps.trim();
                return assertThat(closed).containsExactly("two");
            });
            steps.of("two");
            steps.of("three");
            steps.trim();
            assertThat(closed).containsExactly("two", "one");
        }
    }

    @Test
    void whileOneIsOpenedTheOthersAreAtHand() throws Exception {
        ReleaseFolder.write(root, "current");
        ReleaseFolder.write(root, "next");
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ReleasedSteps<String> steps = new ReleasedSteps<>(new Releases(root), stored -> {
            if (stored.release().id().equals("next")) {
                opening.countDown();
                await(goOn);
            }
            return stored.release().id();
        })) {
            steps.hold("current");
            CompletableFuture<ReleaseContent> next = CompletableFuture.supplyAsync(() -> steps.hold("next"));
            await(opening);

            // On a thread of its own: if it had to wait, the test would say so rather than hang.
            assertThat(CompletableFuture.supplyAsync(() -> steps.of("current")))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo("current");

            goOn.countDown();
            assertThat(next).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(new Releases(root).content("next"));
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void whatIsChangedWhileItIsReadIsNotUsed() throws IOException {
        ReleaseFolder.write(root, "copied");
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), stored -> {
            change(stored.folder().resolve(ReleaseReader.FILE));
            return new Step(stored);
        })) {
            assertThatThrownBy(() -> steps.hold("copied"))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("changed while it was read");
            assertThat(closed).containsExactly("copied");
            assertThat(steps.contents()).isEmpty();
        }
    }

    @Test
    void aMissingReleaseIsAnErrorEveryTime() {
        try (ReleasedSteps<Step> steps = new ReleasedSteps<>(new Releases(root), Step::new)) {
            assertThatThrownBy(() -> steps.of("none")).isInstanceOf(ReleaseException.class);
            assertThatThrownBy(() -> steps.of("none")).isInstanceOf(ReleaseException.class);
        }
    }

    private static void change(Path file) {
        try {
            Files.writeString(file, " ", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Step implements AutoCloseable {
        private final String id;

        private Step(StoredRelease release) {
            id = release.release().id();
            opened.add(id);
        }

        @Override
        public void close() {
            closed.add(id);
        }
    }
}
