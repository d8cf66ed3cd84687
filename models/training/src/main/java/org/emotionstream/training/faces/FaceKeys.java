package org.emotionstream.training.faces;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.contract.Sha256;
import org.emotionstream.landmarks.LandmarkSettings;

/**
 * Makes the keys of one way to find faces: sha256 over everything that decides what is found. The picture
 * counts by its encoded bytes, whatever data set it is in and whatever it is called there.
 */
public final class FaceKeys {
    /** Raised when the code that finds faces, cuts tiles or stores them changes what comes out. */
    private static final String CODE = "1";

    private final byte[] decisions;

    /**
     * @param decisions what else than the picture decides what is found; told apart by their
     *     {@code toString()}
     */
    FaceKeys(List<?> decisions) {
        this.decisions = Sha256.of(CODE + "/" + decisions);
    }

    /**
     * The keys of a search by serving's first step.
     *
     * @param landmarkModel dlib's 68-point model; it is read, which takes about half a second
     * @param variants how the variants of a picture are made, with all settings and seeds of it: numbers
     *     alone would mean another thing after a change
     * @throws IOException when the model cannot be read
     */
    public static FaceKeys of(TileSettings tile, LandmarkSettings settings, Path landmarkModel, String variants)
            throws IOException {
        return new FaceKeys(List.of(tile, settings, Sha256.hex(landmarkModel), variants));
    }

    /** One word for everything that decides what is found, beside the pictures. */
    public String decisions() {
        return HexFormat.of().formatHex(decisions);
    }

    /**
     * The key of this picture.
     *
     * @param encoded the picture's bytes as they are in the data set
     * @param variant which variant of it is searched; 0: itself
     */
    public FaceKey key(byte[] encoded, int variant) {
        MessageDigest digest = Sha256.digest();
        digest.update(decisions);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, variant));
        return FaceKey.read(ByteBuffer.wrap(digest.digest(encoded)));
    }
}
