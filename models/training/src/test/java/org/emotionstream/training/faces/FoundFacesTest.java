package org.emotionstream.training.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFacesTest {
    /** So small that the file is mapped in several. */
    private static final long WINDOW = 40_000;

    @TempDir
    Path folder;

    @Test
    void whatWasFoundIsThereAgainWhetherMappedOrReadOrOpenedAnew() throws IOException {
        try (FoundFaces faces = FoundFaces.open(folder, WINDOW)) {
            for (int i = 0; i < 40; i++) {
                faces.put(MadeUpFaces.key(i), MadeUpFaces.found(i));
                checkAll(faces, i + 1);
            }
            assertThat(faces.size()).as("the next is not searched yet").isEqualTo(40);
        }
        try (FoundFaces faces = FoundFaces.open(folder, WINDOW)) {
            assertThat(faces.size()).isEqualTo(40);
            checkAll(faces, 40);
            faces.put(MadeUpFaces.key(40), MadeUpFaces.found(40));
            checkAll(faces, 41);
        }
    }

    @Test
    void aTileOfThreePlanesAndItsBytesComeBack() throws IOException {
        FoundFace face = MadeUpFaces.face(7, 3);
        try (FoundFaces faces = FoundFaces.open(folder)) {
            faces.put(MadeUpFaces.key(7), Optional.of(face));
            FoundFace stored = kept(faces, 7).orElseThrow();
            assertThat(content(stored)).isEqualTo(content(face));
            assertThat(stored.pixels()).isEqualTo(face.pixels());
            assertThat(stored.pixels().isReadOnly()).isTrue();
        }
    }

    @Test
    void aSearchIsMadeOnceAndItsFirstResultCounts() throws IOException {
        try (FoundFaces faces = FoundFaces.open(folder)) {
            Optional<FoundFace> found = faces.find(MadeUpFaces.key(1), () -> MadeUpFaces.found(1));
            assertThat(found.map(FoundFacesTest::content))
                    .isEqualTo(MadeUpFaces.found(1).map(FoundFacesTest::content));
            faces.put(MadeUpFaces.key(1), Optional.empty());
            assertThat(kept(faces, 1)).isPresent();
            assertThat(faces.size()).isEqualTo(1);
        }
    }

    /** As kill -9 leaves it: the last record is there up to any of its bytes. */
    @Test
    void ofATornRecordNothingIsLeftAndAllBeforeIt() throws IOException {
        tearLast(Optional.empty(), 1);
        tearLast(MadeUpFaces.found(1), 31);
    }

    private void tearLast(Optional<FoundFace> last, int step) throws IOException {
        Path file = folder.resolve(FoundFaces.FILE);
        Files.deleteIfExists(file);
        writeTwo(last);
        byte[] whole = Files.readAllBytes(file);
        int first = 8 + 8 + FaceRecord.HEAD + 10_000;
        for (int length = whole.length - 1; length >= first; length -= step) {
            Files.write(file, Arrays.copyOf(whole, length));
            checkFirstAlone();
            assertThat(Files.size(file)).isEqualTo(first);
        }
        writeTwo(last);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    private void writeTwo(Optional<FoundFace> second) throws IOException {
        try (FoundFaces faces = FoundFaces.open(folder)) {
            faces.put(MadeUpFaces.key(0), MadeUpFaces.found(0));
            faces.put(MadeUpFaces.key(1), second);
        }
    }

    @Test
    void aFileThatEndsBeforeItsFirstRecordIsBegunAnew() throws IOException {
        for (int length = 0; length <= 8; length++) {
            Files.write(
                    folder.resolve(FoundFaces.FILE),
                    Arrays.copyOf("ESFACES1".getBytes(StandardCharsets.UTF_8), length));
            try (FoundFaces faces = FoundFaces.open(folder)) {
                assertThat(faces.size()).isZero();
            }
        }
        assertThat(Files.size(folder.resolve(FoundFaces.FILE))).isEqualTo(8);
    }

    /** After a power failure the tail may have its length, but other bytes. */
    @Test
    void aRecordWithAChangedByteIsCutOff() throws IOException {
        Path file = folder.resolve(FoundFaces.FILE);
        for (int back : new int[] {1, 4, 5, 5_000, 10_200, 10_321}) {
            writeTwo(MadeUpFaces.found(1));
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - back] ^= 1;
            Files.write(file, bytes);
            checkFirstAlone();
        }
    }

    @Test
    void anotherFileIsNotTouched() throws IOException {
        Files.writeString(folder.resolve(FoundFaces.FILE), "my thesis");
        assertThatThrownBy(() -> FoundFaces.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no file of found faces");
        assertThat(folder.resolve(FoundFaces.FILE)).content().isEqualTo("my thesis");
    }

    @Test
    void oneUserAtATime() throws IOException {
        try (FoundFaces faces = FoundFaces.open(folder)) {
            assertThatThrownBy(() -> FoundFaces.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another training is using " + folder);
            assertThat(faces.size()).isZero();
        }
        FoundFaces.open(folder).close();
    }

    @Test
    void manyThreadsWriteAndReadAndInterruptsDoNoHarm() throws Exception {
        AtomicInteger right = new AtomicInteger();
        try (FoundFaces faces = FoundFaces.open(folder, WINDOW)) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            IntStream.range(0, 400)
                    .forEach(task -> threads.execute(() -> {
                        int number = task % 100;
                        Thread.currentThread().interrupt();
                        Optional<FoundFace> found =
                                faces.find(MadeUpFaces.key(number), () -> MadeUpFaces.found(number));
                        if (found.map(FoundFacesTest::content)
                                .equals(MadeUpFaces.found(number).map(FoundFacesTest::content))) {
                            right.incrementAndGet();
                        }
                    }));
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            checkAll(faces, 100);
        }
        assertThat(right).hasValue(400);
        try (FoundFaces faces = FoundFaces.open(folder, WINDOW)) {
            checkAll(faces, 100);
        }
    }

    private void checkFirstAlone() throws IOException {
        try (FoundFaces faces = FoundFaces.open(folder)) {
            assertThat(faces.size()).as("nothing of the second").isEqualTo(1);
            checkAll(faces, 1);
        }
    }

    private static void checkAll(FoundFaces faces, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(kept(faces, i).map(FoundFacesTest::content))
                    .as("face %d", i)
                    .isEqualTo(MadeUpFaces.found(i).map(FoundFacesTest::content));
        }
    }

    private static Optional<FoundFace> kept(FoundFaces faces, int number) {
        return faces.find(MadeUpFaces.key(number), () -> {
            throw new AssertionError("searched again");
        });
    }

    private static List<Object> content(FoundFace face) {
        return List.of(face.tile(), face.landmarks(), face.faceSide(), face.score());
    }
}
