package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseReaderTest {
    @TempDir
    Path root;

    @Test
    void readsAWholeRelease() throws IOException {
        Path folder = ReleaseFolder.write(root, "one");

        StoredRelease stored = new Releases(root).read("one");

        assertThat(stored.release().tile().margin()).isEqualTo(1.3);
        assertThat(stored.network("model-3")).isEqualTo(folder.resolve("model-3.onnx"));
        assertThat(stored.features()).isEqualTo(folder.resolve("features.bin"));
        assertThat(HeadFile.read(stored.head())).isEqualTo(ReleaseFolder.identityHead());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\":2 | \"formatVersion\":1 | formatVersion: expected 2, found 1",
                "\"id\":\"one\" | \"id\":\"two\" | id: expected one, found two",
                "\"neutral\",\"happy\" | \"happy\",\"neutral\" | classes: expected [neutral, happy",
                "\"face-crop\" | \"face-cut\" | tile.policy: expected one of [face-crop, landmark-crop, whole-picture], found face-cut",
                "\"components\":33 | \"components\":34 | features.components: expected 33, found 34",
                "\"name\":\"model-4\" | \"name\":\"model-5\" | networks: expected [model-1, model-2, model-3, model-4]",
                "\"file\":\"head.json\" | \"file\":\"other.json\" | files has no sha256 for other.json",
                "\"file\":\"model-2.onnx\" | \"file\":\"other.onnx\" | files has no sha256 for other.onnx",
            })
    void refusesWhatItDoesNotKnowAndNamesBothSides(String good, String bad, String message) throws IOException {
        Path file = ReleaseFolder.write(root, "one").resolve(ReleaseReader.FILE);
        String json = Files.readString(file);
        assertThat(json).contains(good);
        Files.writeString(file, json.replace(good, bad));

        assertThatThrownBy(() -> ReleaseReader.read(root.resolve("one")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(ReleaseReader.FILE)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileThatIsNotTheOneDescribed() throws IOException {
        Path network = ReleaseFolder.write(root, "one").resolve("model-2.onnx");
        Files.writeString(network, "something else");

        assertThatThrownBy(() -> new Releases(root).read("one"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("model-2.onnx is not the file")
                .hasMessageContaining(Sha256.hex(network));
    }

    @Test
    void refusesAHeadThatIsNone() throws IOException {
        Path folder = ReleaseFolder.write(root, "one");
        Path head = folder.resolve(HeadFile.NAME);
        String before = Sha256.hex(head);
        Files.writeString(
                head, Files.readString(head).replace("\"minimumConfidence\" : 0.0", "\"minimumConfidence\" : 2"));
        Path release = folder.resolve(ReleaseReader.FILE);
        Files.writeString(release, Files.readString(release).replace(before, Sha256.hex(head)));

        assertThatThrownBy(() -> new Releases(root).read("one"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("head.json: minimumConfidence: expected a number in [0, 1), found 2.0");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        Path folder = ReleaseFolder.write(root, "one");
        Files.delete(folder.resolve("features.bin"));

        assertThatThrownBy(() -> new Releases(root).read("one")).hasMessageContaining("features.bin");
        assertThatThrownBy(() -> new Releases(root).read("two")).hasMessageContaining("there is no release two");
        assertThatThrownBy(() -> new Releases(root).defaultId()).hasMessageContaining("DEFAULT");
    }

    @ParameterizedTest
    @CsvSource({"../one", "/one", "''", ".hidden"})
    void anIdDoesNotLeadOutOfTheFolder(String id) throws IOException {
        ReleaseFolder.write(root, "one");
        assertThatThrownBy(() -> new Releases(root.resolve("one")).read(id))
                .hasMessageContaining("cannot be a release's id");
    }

    @Test
    void theDefaultIsNamedInOneFile() throws IOException {
        Files.writeString(root.resolve(Releases.DEFAULT_FILE), "one\n");
        assertThat(new Releases(root).defaultId()).isEqualTo("one");
    }
}
