package org.emotionstream.landmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.dlib.JpegData;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.header.Orientation;
import org.emotionstream.landmarks.header.PictureFormat;
import org.emotionstream.landmarks.header.PictureHeader.Complete;
import org.emotionstream.landmarks.header.Transparency;

/**
 * The one way from the bytes of a picture to its pixels, for services and training alike, so that what a picture shows
 * does not depend on how it is packed.
 *
 * <ul>
 *   <li>Every format is decoded to colour, 8 bits a channel, without regard to profiles and gamma. Grey is the weighted
 *       mean of the channels, made here.
 *   <li>What is transparent is white, what is half transparent half so.
 *   <li>The picture is upright by its EXIF.
 *   <li>A picture whose data are not all there, or damaged, is refused; what only follows its data is not needed.
 * </ul>
 *
 * <p>Safe for use by many threads. Allocates native memory, which the caller's {@code PointerScope} releases.
 */
public final class PictureDecoder {
    private static final byte[] END_MARKER = {(byte) 0xFF, (byte) 0xD9};

    /** What a decoder needs at most, about: its own copy of four channels, and the picture. */
    private static final long BYTES_A_PIXEL = 8;

    /** With the limits of the services. */
    public static final PictureDecoder DEFAULT = new PictureDecoder(PictureLimits.DEFAULT);

    private final PictureCheck check;

    /** With these limits. */
    public PictureDecoder(PictureLimits limits) {
        this.check = new PictureCheck(limits);
    }

    /** What became of the bytes of a picture: its pixels, or none by its own fault. */
    public sealed interface Result permits Result.Pixels, Rejected {
        /**
         * It is decoded.
         *
         * @param picture upright; 8 bits a channel; grey, or blue, green, red
         */
        record Pixels(Mat picture) implements Result {}
    }

    /** The pixels of a picture as {@link #decode}; empty when it is refused. */
    public Optional<Mat> pixels(byte[] encoded, boolean colour) {
        return decode(ByteBuffer.wrap(encoded), colour) instanceof Result.Pixels pixels
                ? Optional.of(pixels.picture())
                : Optional.empty();
    }

    /**
     * What becomes of a picture.
     *
     * @param encoded a JPEG, PNG, WebP or BMP, from the buffer's position to its limit, which it keeps
     * @param colour three channels rather than grey
     * @throws RuntimeException for what is no fault of the picture
     */
    public Result decode(ByteBuffer encoded, boolean colour) {
        PictureCheck.Result checked = check.check(encoded);
        return checked instanceof Rejected rejected
                ? rejected
                : decode(encoded, ((PictureCheck.Fine) checked).header(), colour);
    }

    /** What the header of a picture says; then {@link #decode(ByteBuffer, Complete, boolean)} has the rest. */
    PictureCheck.Result check(ByteBuffer encoded) {
        return check.check(encoded);
    }

    /** As {@link #decode(ByteBuffer, boolean)}, once its header is checked. */
    Result decode(ByteBuffer encoded, Complete header, boolean colour) {
        // Two bytes more, for an end marker: OpenCV waits for one, and leaves out the last rows.
        try (BytePointer bytes = new BytePointer((long) encoded.remaining() + END_MARKER.length)) {
            bytes.asByteBuffer().put(encoded.duplicate());
            if (header.format() != PictureFormat.JPEG) {
                return checked(upright(bytes, encoded.remaining(), encoded, header, colour), header);
            }
            JpegData data = JpegData.check(bytes, encoded.remaining());
            if (data instanceof JpegData.Incomplete incomplete) {
                return new Rejected(RejectionReason.TRUNCATED, "a JPEG: " + incomplete.message());
            } else if (data instanceof JpegData.Damaged damaged) {
                checkMemory(damaged.message());
                return new Rejected(RejectionReason.UNREADABLE, "a JPEG whose data are damaged: " + damaged.message());
            }
            long length = ended(bytes, ((JpegData.Whole) data).end());
            return checked(upright(bytes, length, encoded, header, colour), header);
        }
    }

    private static long ended(BytePointer bytes, long end) {
        bytes.position(end).put(END_MARKER);
        bytes.position(0);
        return end + END_MARKER.length;
    }

    private Result checked(Optional<Mat> picture, Complete header) {
        if (picture.isEmpty()) {
            checkMemory(header);
            return new Rejected(
                    RejectionReason.UNREADABLE, "its beginning and end are there, but OpenCV cannot decode it");
        }
        // The limits hold for what came out, too, should the decoder have read another size than we did.
        Mat pixels = picture.get();
        return check.checkSize(pixels.cols(), pixels.rows())
                .<Result>map(rejected -> rejected)
                .orElseGet(() -> new Result.Pixels(pixels));
    }

    private static Optional<Mat> upright(
            BytePointer bytes, long length, ByteBuffer encoded, Complete header, boolean colour) {
        try {
            Mat buffer = new Mat(1, Math.toIntExact(length), CV_8UC1, bytes);
            Transparency transparency = Transparency.of(encoded, header);
            if (transparency instanceof Transparency.Opaque) {
                return notEmpty(imdecode(buffer, IMREAD_COLOR)).map(picture -> Pictures.inColour(picture, colour));
            }
            return notEmpty(imdecode(buffer, IMREAD_UNCHANGED))
                    .map(picture -> OnWhite.of(picture, transparency, colour))
                    .map(picture -> Pictures.turned(picture, Orientation.of(encoded, header)));
        } catch (RuntimeException e) {
            if (NativeMemoryException.isCauseOf(e)) {
                throw e;
            }
            // OpenCV throws on some damaged pictures and returns nothing for others: it means the same.
            return Optional.empty();
        }
    }

    /** libjpeg says of memory what it says of damages. */
    private static void checkMemory(String libjpeg) {
        if (NativeMemoryException.says(libjpeg)) {
            throw new NativeMemoryException("no memory to look at a JPEG: " + libjpeg);
        }
    }

    /** OpenCV's decoders do not say whether they lacked memory: so it is seen whether this picture's would be there. */
    private static void checkMemory(Complete header) {
        long bytes = header.width() * header.height() * BYTES_A_PIXEL;
        Pointer memory = Pointer.malloc(bytes);
        if (memory == null || memory.isNull()) {
            throw new NativeMemoryException("no memory to decode a picture of " + header.width() + " x "
                    + header.height() + " pixels: " + bytes + " bytes cannot be allocated");
        }
        Pointer.free(memory);
    }

    private static Optional<Mat> notEmpty(Mat picture) {
        return Optional.of(picture).filter(pixels -> !pixels.empty());
    }
}
