package org.emotionstream.landmarks.header;

import java.util.Optional;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;
import org.emotionstream.landmarks.header.PictureHeader.Truncated;

/**
 * JPEG (ITU T.81, annex B): segments from marker to marker, the size in the frame header, entropy-coded data
 * after each start of scan, and an end-of-image marker. What follows the data of the scans is not needed, not even
 * that marker; whether these data are whole, {@link org.emotionstream.dlib.JpegData} tells, not this header.
 */
final class JpegHeader {
    /** Progressive encoders write about ten scans; each one costs the decoder a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TEMPORARY = 0x01;

    private final EncodedBytes bytes;
    private long position = 2;
    private int scans;
    private long width;
    private long height;

    private JpegHeader(EncodedBytes bytes) {
        this.bytes = bytes;
    }

    static boolean recognises(EncodedBytes bytes) {
        return bytes.has(0, "\u00FF\u00D8\u00FF");
    }

    static PictureHeader read(EncodedBytes bytes) {
        return new JpegHeader(bytes).read();
    }

    private PictureHeader read() {
        Optional<Broken> broken = Optional.empty();
        try {
            broken = walk();
        } catch (EncodedBytes.EndReached e) {
            if (scans == 0) {
                throw e;
            }
        }
        if (scans > MOST_SCANS) {
            return new Broken("a JPEG of more than " + MOST_SCANS + " scans");
        }
        if (broken.isPresent() && scans == 0) {
            return broken.get();
        }
        if (width == 0 || height == 0) {
            return new Broken("a JPEG of " + width + " x " + height + " pixels and " + scans + " scans");
        }
        if (scans == 0) {
            return new Truncated("its headers are those of a JPEG of " + width + " x " + height + " pixels, and none"
                    + " of its data follow them");
        }
        return new Complete(PictureFormat.JPEG, width, height);
    }

    /** From marker to marker up to the end marker, too many scans, or a segment that cannot be one. */
    private Optional<Broken> walk() {
        int marker = nextMarker();
        while (marker != END_OF_IMAGE && scans <= MOST_SCANS) {
            if (!standsAlone(marker)) {
                int length = bytes.u16(position);
                if (length < 2) {
                    return Optional.of(
                            new Broken("the JPEG segment at byte " + position + " claims " + length + " bytes"));
                }
                bytes.requireLength(position + length);
                readSegment(marker);
                position += length;
            }
            marker = nextMarker();
        }
        return Optional.empty();
    }

    private void readSegment(int marker) {
        if (isFrameHeader(marker) && width == 0) {
            height = bytes.u16(position + 3);
            width = bytes.u16(position + 5);
        } else if (marker == START_OF_SCAN) {
            scans++;
        }
    }

    /**
     * The next marker, and the position behind it. Passes over entropy-coded data, in which 0xFF is followed
     * by 0 or a restart marker, and over stray bytes, as decoders do.
     */
    private int nextMarker() {
        while (true) {
            while (bytes.u8(position) != 0xFF) {
                position++;
            }
            while (bytes.u8(position) == 0xFF) {
                position++;
            }
            int marker = bytes.u8(position++);
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean standsAlone(int marker) {
        return marker == START_OF_IMAGE || marker == TEMPORARY;
    }

    /** SOF0 to SOF15; between them lie the tables DHT (C4) and DAC (CC) and the reserved C8. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
