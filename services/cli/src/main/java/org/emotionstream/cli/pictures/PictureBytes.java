package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.events.wire.Limits;

/** What is in a file: all its bytes, or that it is not sent because it is too large, empty or unreadable. */
public sealed interface PictureBytes permits PictureBytes.Whole, SendOutcome.NotSent {
    /** The most that fits into a record: more than a picture, which the landmarker then rejects with a reason. */
    int MOST = Limits.RAW_RECORD_BYTES - Limits.HEADROOM_BYTES;

    /** All of it. */
    final class Whole implements PictureBytes {
        private final byte[] bytes;

        private Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves, which are large: whoever reads them does not change them. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /** Reads this file, at most one byte more than can be sent, and nothing that is no regular file. */
    static PictureBytes read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Files.exists(file)
                        ? new IOException("it is not a regular file")
                        : new NoSuchFileException(file.toString());
            }
            if (Files.size(file) > MOST) {
                return tooLarge();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST + 1);
                if (bytes.length > MOST) {
                    return tooLarge();
                }
                return bytes.length == 0 ? new SendOutcome.NotSent("empty", "the file is empty") : new Whole(bytes);
            }
        } catch (IOException e) {
            return new SendOutcome.NotSent("unreadable", FileFailure.kind(e));
        }
    }

    private static SendOutcome.NotSent tooLarge() {
        return new SendOutcome.NotSent("too-large", "a picture has at most " + Limits.PICTURE_BYTES + " bytes");
    }
}
