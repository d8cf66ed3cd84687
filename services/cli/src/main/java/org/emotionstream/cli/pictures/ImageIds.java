package org.emotionstream.cli.pictures;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.emotionstream.contract.Sha256;
import org.emotionstream.events.wire.Limits;

/** How a picture that is sent gets its image id. */
public enum ImageIds {
    /** A new one each time (a random UUID): the same picture sent twice is answered twice. */
    FRESH {
        @Override
        public String of(PictureFile picture, byte[] bytes) {
            return UUID.randomUUID().toString();
        }
    },
    /**
     * The name of the file, with the folders between it and the folder that the command line names: another
     * picture of the same name is an id conflict, which the chain reports.
     */
    NAME {
        @Override
        public String of(PictureFile picture, byte[] bytes) {
            return FileName.shown(picture.below());
        }

        @Override
        public Optional<String> obstacle(PictureFile picture) {
            Optional<String> name = FileName.exact(picture.below());
            if (name.isEmpty()) {
                return Optional.of(
                        "its name is not valid UTF-8 and cannot become an image id: rename the file, or use --id-from digest");
            }
            int bytes = name.get().getBytes(StandardCharsets.UTF_8).length;
            return bytes <= Limits.IMAGE_ID_BYTES
                    ? Optional.empty()
                    : Optional.of("its path has " + bytes + " bytes, but an image id has at most "
                            + Limits.IMAGE_ID_BYTES + ": use --id-from digest");
        }
    },
    /** The first 128 bits of SHA-256 over the bytes, in hexadecimal: the same picture is answered once. */
    DIGEST {
        @Override
        public String of(PictureFile picture, byte[] bytes) {
            return digest(bytes);
        }
    };

    /** The image id of a picture with these bytes. */
    public abstract String of(PictureFile picture, byte[] bytes);

    /** Why this picture gets no image id; empty where it gets one. */
    public Optional<String> obstacle(PictureFile picture) {
        return Optional.empty();
    }

    /** The first 128 bits of SHA-256 over these bytes, in hexadecimal, as messages have it as {@code digest}. */
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
    }
}
