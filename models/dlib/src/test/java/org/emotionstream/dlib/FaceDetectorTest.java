package org.emotionstream.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {
    private static final String COUPLE = "2009_004587.jpg";

    @Test
    void findsTheFacesOfAPhotographBestFirst() throws IOException {
        try (FaceDetector detector = FaceDetector.open();
                NativePixels photograph = NativePixels.grey(DlibPhotographs.file(COUPLE))) {
            List<Detection> faces = detector.detect(photograph.view(), 0);
            assertThat(faces).hasSize(2);
            assertThat(faces)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(Detection::score).reversed());
            assertThat(faces).allSatisfy(face -> assertThat(face.width()).isBetween(70, 110));
            assertThat(detector.detect(photograph.view(), 0)).isEqualTo(faces);
            assertThat(detector.detect(photograph.view(), 10)).isEmpty();
        }
    }

    @Test
    void readsRowsByTheirStrideAndChannelsInterleaved() throws IOException {
        try (FaceDetector detector = FaceDetector.open();
                NativePixels packed = NativePixels.grey(DlibPhotographs.file(COUPLE));
                NativePixels gaps = NativePixels.of(DlibPhotographs.file(COUPLE), 1, 37);
                NativePixels colour = NativePixels.of(DlibPhotographs.file(COUPLE), 3, 5)) {
            List<Detection> expected = detector.detect(packed.view(), 0);
            assertThat(detector.detect(gaps.view(), 0)).isEqualTo(expected);
            assertThat(detector.detect(colour.view(), 0)).hasSameSizeAs(expected);
        }
    }

    @Test
    void searchesAgainAfterALargePictureGaveItsMemoryBack() throws IOException {
        try (FaceDetector detector = FaceDetector.open();
                NativePixels large = NativePixels.black(1500, 1000);
                NativePixels photograph = NativePixels.grey(DlibPhotographs.file(COUPLE))) {
            assertThat(detector.detect(large.view(), 0)).isEmpty();
            assertThat(detector.detect(photograph.view(), 0)).hasSize(2);
        }
    }

    @Test
    void searchesUpToTheWidestPictureThatDlibShrinksWithinItsMemory() {
        try (FaceDetector detector = FaceDetector.open();
                NativePixels widest = NativePixels.black(FaceDetector.MOST_WIDTH, 90);
                NativePixels tooWide = NativePixels.black(FaceDetector.MOST_WIDTH + 1, 90)) {
            assertThat(detector.detect(widest.view(), 0)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> detector.detect(tooWide.view(), 0))
                    .withMessageContaining("16384")
                    .withMessageContaining("16385");
        }
    }

    @Test
    void findsNothingInLessThanAWindow() {
        try (FaceDetector detector = FaceDetector.open();
                NativePixels pixel = NativePixels.black(1, 1)) {
            assertThat(detector.detect(pixel.view(), -1)).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("try") // The scope is what the detector outlives.
    void outlivesAPointerScopeThatWasOpenAroundIt() {
        try (NativePixels pixels = NativePixels.black(100, 100)) {
            FaceDetector detector;
            try (PointerScope scope = new PointerScope()) {
                detector = FaceDetector.open();
            }
            assertThat(detector.detect(pixels.view(), 0)).isEmpty();
            detector.close();
        }
    }

    @Test
    void refusesToSearchOnceClosed() {
        FaceDetector detector = FaceDetector.open();
        detector.close();
        detector.close();
        try (NativePixels pixels = NativePixels.black(100, 100)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> detector.detect(pixels.view(), 0))
                    .withMessageContaining("closed");
        }
    }

    @Test
    void refusesASecondThread() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try (FaceDetector detector = FaceDetector.open();
                NativePixels large = NativePixels.black(3000, 2000);
                NativePixels small = NativePixels.black(100, 100)) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> {
                started.countDown();
                return refused(detector, large);
            });
            started.await();
            boolean second = false;
            while (!first.isDone()) {
                second |= refused(detector, small);
            }
            assertThat(first.join() || second).isTrue();
        }
    }

    private static boolean refused(FaceDetector detector, NativePixels pixels) {
        try {
            detector.detect(pixels.view(), 0);
            return false;
        } catch (IllegalStateException e) {
            return e.getMessage().contains("one detector a thread");
        }
    }

    @Test
    void carriesTheMessageOfDlib() {
        assertThatExceptionOfType(DlibException.class)
                .isThrownBy(() -> FaceDetector.open(new byte[] {1, 2, 3}))
                .withMessageContaining("deserializ")
                .withCauseInstanceOf(RuntimeException.class);
    }
}
