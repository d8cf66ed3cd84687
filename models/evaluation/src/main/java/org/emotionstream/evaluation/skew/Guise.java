package org.emotionstream.evaluation.skew;

import java.util.OptionalInt;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.evaluation.pictures.EncodedPicture;

/**
 * How a face arrives.
 *
 * @param setting where it is
 * @param retouch what has happened to the pixels
 * @param quality of the JPEG that it is sent as; empty for a PNG, or the file as it is when nothing is changed
 * @param smallestFace for which the picture is searched
 */
record Guise(Setting setting, Retouch retouch, OptionalInt quality, int smallestFace) {
    /** Where a face is. */
    sealed interface Setting {
        /** In the picture that the data set has of it, or in a photograph. */
        record AsItIs() implements Setting {}

        /**
         * In a made-up frame.
         *
         * @param side the longer side of the face picture there, in pixels
         * @param blended whether its border goes over into what is around it
         */
        record InFrame(int side, boolean blended) implements Setting {}
    }

    /**
     * A picture that is sent.
     *
     * @param place where in it the face picture lies
     */
    record Arrival(byte[] picture, BoundingBox place) {}

    /** The picture of a data set, or a photograph, as its file is. */
    static final Guise AS_IT_IS =
            new Guise(new Setting.AsItIs(), Retouch.NONE, OptionalInt.empty(), Search.USUAL.smallestFace());

    /** Blended into a frame, its longer side of so many pixels. */
    static Guise inFrame(int side) {
        return AS_IT_IS.in(new Setting.InFrame(side, true));
    }

    Guise in(Setting other) {
        return new Guise(other, retouch, quality, smallestFace);
    }

    Guise retouched(Retouch other) {
        return new Guise(setting, other, quality, smallestFace);
    }

    Guise asJpeg(int percent) {
        return new Guise(setting, retouch, OptionalInt.of(percent), smallestFace);
    }

    Guise searchedFor(int pixels) {
        return new Guise(setting, retouch, quality, pixels);
    }

    Search search() {
        return Search.smallestFace(smallestFace);
    }

    /**
     * This picture in this guise.
     *
     * @param encoded of a face, or a photograph
     * @param seed of all that is drawn: the same gives the same bytes
     */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    Arrival of(byte[] encoded, long seed) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = EncodedPicture.pixels(encoded);
            BoundingBox place = new BoundingBox(0, 0, picture.cols(), picture.rows());
            if (setting instanceof Setting.InFrame frame) {
                Frame made = Frame.of(EncodedPicture.grey(encoded), frame.side(), frame.blended(), seed);
                picture = made.picture();
                place = made.place();
            } else if (retouch == Retouch.NONE && quality.isEmpty()) {
                return new Arrival(encoded, place);
            }
            Mat retouched = retouch.apply(picture, seed);
            return new Arrival(
                    quality.isPresent()
                            ? EncodedPicture.jpeg(retouched, quality.getAsInt())
                            : EncodedPicture.png(retouched),
                    place);
        }
    }
}
