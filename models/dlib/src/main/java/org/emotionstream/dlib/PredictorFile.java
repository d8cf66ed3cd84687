package org.emotionstream.dlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.Sha256;

/** The file with the 68-point shape predictor: where it is, and whether it is the one we expect. */
final class PredictorFile {
    /** Of shape_predictor_68_face_landmarks.dat, 99,693,937 bytes, as dlib.net and Debian publish it. */
    static final String SHA256 = "fbdc2cb80eb9aa7a758672cbfdda32ba6300efe9b6e6c7a299ff7e736b11b92f";

    private static final String REMEDY = "; the Debian package libdlib-data installs it as "
            + ShapePredictor.DEBIAN_MODEL + " (sudo apt-get install libdlib-data)";

    private PredictorFile() {}

    /**
     * Checks that this is the file.
     *
     * @throws DlibException when it is missing, cannot be read, or is another one, saying what to do
     */
    static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DlibException("there is no 68-point shape predictor at " + file + REMEDY);
        }
        String actual;
        try {
            actual = Sha256.hex(file);
        } catch (IOException e) {
            throw new DlibException("cannot read the 68-point shape predictor " + file + ": " + e + REMEDY, e);
        }
        if (!actual.equals(SHA256)) {
            throw new DlibException(file + " is not the 68-point shape predictor that the releases are made with:"
                    + " expected sha256 " + SHA256 + ", found " + actual + REMEDY);
        }
    }
}
