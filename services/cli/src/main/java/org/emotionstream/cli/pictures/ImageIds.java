package org.emotionstream.cli.pictures;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** How a picture that is sent gets its image id. */
public enum ImageIds {
    /** A new one each time (a random UUID): the same picture sent twice is answered twice. */
    FRESH {
        @Override
        public String of(Path picture, byte[] bytes) {
            return UUID.randomUUID().toString();
        }
    },
    /** The name of the file: another picture of the same name is an id conflict, which the chain reports. */
    NAME {
        @Override
        public String of(Path picture, byte[] bytes) {
            return picture.getFileName().toString();
        }
    },
    /** The first 128 bits of SHA-256 over the bytes, in hexadecimal: the same picture is answered once. */
    DIGEST {
        @Override
        public String of(Path picture, byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return HexFormat.of().formatHex(digest, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    };

    /** The image id of a picture with these bytes. */
    public abstract String of(Path picture, byte[] bytes);
}
