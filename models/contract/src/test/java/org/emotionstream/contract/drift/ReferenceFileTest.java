package org.emotionstream.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFileTest {
    @TempDir
    Path root;

    private final DriftCounts counts = new DriftCounts();
    private Path folder;
    private StoredRelease stored;

    @BeforeEach
    void aRelease() throws IOException {
        folder = ReleaseFolder.write(root, "release");
        stored = ReleaseReader.read(folder);
        for (int side : new int[] {50, 90, 95, 2000}) {
            counts.found(Tile.owning(new byte[Tile.PLANE_BYTES]), new BoundingBox(0, 0, side, side));
        }
    }

    @Test
    void aReleaseMayHaveNone() {
        assertThat(ReferenceFile.read(stored)).isEmpty();
    }

    @Test
    void tellsTheSharesThatWereWrittenAndNothingOfWhatWasNotTaken() throws IOException {
        ReferenceFile.write(stored, counts.byMeasure(), "four faces");

        DriftReference reference = ReferenceFile.read(stored).orElseThrow();

        assertThat(reference.data()).isEqualTo("four faces");
        assertThat(reference.share(DriftMeasure.FACE_SIDE, "100")).hasValue(0.5);
        assertThat(reference.share(DriftMeasure.FACE_SIDE, "800")).hasValue(0);
        assertThat(reference.share(DriftMeasure.BRIGHTNESS, "40")).hasValue(1);
        assertThat(reference.share(DriftMeasure.EMOTION, "happy")).isEmpty();
    }

    @Test
    void theReleaseIsReadAsWithoutIt() throws IOException {
        var before = ReleaseReader.read(folder);
        ReferenceFile.write(stored, counts.byMeasure(), "four faces");
        assertThat(ReleaseReader.read(folder).release()).isEqualTo(before.release());
        Files.writeString(folder.resolve(ReferenceFile.NAME), "{");
        assertThat(ReleaseReader.read(folder).release()).isEqualTo(before.release());
    }

    @Test
    void anyFlippedByteIsNoticed() throws IOException {
        ReferenceFile.write(stored, counts.byMeasure(), "four faces");
        Path file = folder.resolve(ReferenceFile.NAME);
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place++) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 1;
            Files.write(file, flipped);
            assertThatThrownBy(() -> ReferenceFile.read(stored))
                    .as("byte %d", place)
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining(ReferenceFile.NAME);
        }
    }

    @Test
    void ofAnotherContentItIsRefusedAndAnotherTextBesideItChangesNothing() throws IOException {
        ReferenceFile.write(stored, counts.byMeasure(), "four faces");
        Path description = folder.resolve(ReleaseReader.FILE);
        Files.writeString(description, Files.readString(description) + "\n");
        assertThat(ReferenceFile.read(ReleaseReader.read(folder))).isPresent();

        ReleaseFolder.write(root, "release", ReleaseFolder.tellingHead());
        StoredRelease other = ReleaseReader.read(folder);
        assertThatThrownBy(() -> ReferenceFile.read(other))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("answering: expected ");
    }

    @Test
    void countsOfOtherBucketsAreRefused() {
        Map<String, Map<String, Long>> wrong = new HashMap<>(counts.byMeasure());
        wrong.put("confidence", Map.of("0.5", 7L, "+Inf", 1L));
        assertThatThrownBy(() -> ReferenceFile.write(stored, wrong, ""))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("counts.confidence: buckets: expected [");
        wrong.clear();
        wrong.put("colour", Map.of("red", 1L));
        assertThatThrownBy(() -> ReferenceFile.write(stored, wrong, ""))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("found colour");
        assertThat(folder.resolve(ReferenceFile.NAME)).doesNotExist();
    }
}
