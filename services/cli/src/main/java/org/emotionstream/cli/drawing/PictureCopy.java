package org.emotionstream.cli.drawing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.emotionstream.cli.pictures.ImageIds;
import org.emotionstream.cli.pictures.PictureBytes;
import org.emotionstream.cli.pictures.SendOutcome;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * What became of the copy of a picture that lies beside the page.
 *
 * @param file its name, beside the page; empty where there is none
 * @param turned whether browsers show it in another orientation than boxes and points are measured in
 * @param missing why there is none, for people; empty where there is one
 */
record PictureCopy(String file, boolean turned, String missing) {
    /** So much of a name goes into the name of the copy. */
    private static final int NAME_LENGTH = 60;

    /**
     * Copies the picture, byte for byte: only what was sent, which may have changed since.
     *
     * @param digest of what was sent, as the answer has it
     * @param number of the picture in the album, from 1
     */
    static PictureCopy make(SentPicture picture, ByteBuffer digest, Path folder, int number) {
        PictureBytes content = PictureBytes.read(picture.file());
        if (content instanceof SendOutcome.NotSent unusable) {
            return missing("the file cannot be shown: " + unusable.message());
        }
        byte[] bytes = ((PictureBytes.Whole) content).bytes();
        if (!ImageIds.digest(bytes)
                .equals(ImageIdentity.of(picture.imageId(), digest).digest())) {
            return missing("the file cannot be shown: it has changed since it was sent");
        }
        Path copy = folder.resolve(name(picture.name(), bytes, number));
        try {
            Files.write(copy, bytes);
            return new PictureCopy(copy.getFileName().toString(), WebpOrientation.isTurned(bytes), "");
        } catch (IOException e) {
            delete(copy);
            return missing("cannot write " + copy + ": " + FileFailure.kind(e));
        }
    }

    private static PictureCopy missing(String why) {
        return new PictureCopy("", false, why);
    }

    /** Short, and of letters that every file system and address has. */
    private static String name(String name, byte[] bytes, int number) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return String.format(
                Locale.ROOT,
                "%04d-%s%s",
                number,
                plain.substring(0, Math.min(NAME_LENGTH, plain.length())),
                suffix(bytes));
    }

    private static String suffix(byte[] bytes) {
        return switch (bytes[0] & 0xFF) {
            case 0xFF -> ".jpg";
            case 0x89 -> ".png";
            case 'R' -> ".webp";
            case 'B' -> ".bmp";
            default -> ".img";
        };
    }

    /** What a full disk leaves of it takes room from the page. */
    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // The entry says already that it could not be written.
        }
    }
}
