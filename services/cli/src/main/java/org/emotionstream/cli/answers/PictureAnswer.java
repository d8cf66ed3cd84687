package org.emotionstream.cli.answers;

import java.util.OptionalInt;
import org.emotionstream.schemas.ImageEmotions;

/** What became of one picture. */
public sealed interface PictureAnswer {
    /** By which the picture was sent. */
    String imageId();

    /**
     * The smallest face that the picture was searched for, in pixels of the upright picture.
     *
     * @return empty for a rejected picture, and for an answer of a landmarker that did not say
     */
    OptionalInt smallestFace();

    /**
     * It went all the way.
     *
     * @param emotions the message on {@code emotions.final}
     */
    record Final(ImageEmotions emotions) implements PictureAnswer {
        @Override
        public String imageId() {
            return emotions.getImageId();
        }

        @Override
        public OptionalInt smallestFace() {
            Integer pixels = emotions.getSmallestFace();
            return pixels == null ? OptionalInt.empty() : OptionalInt.of(pixels);
        }
    }

    /**
     * It is no picture that the chain can look at.
     *
     * @param imageId by which it was sent
     * @param source as it was sent; empty for none
     * @param reason one word for programs, for example {@code not-a-picture}
     * @param message what is wrong, for people
     */
    record Rejected(String imageId, String source, String reason, String message) implements PictureAnswer {
        @Override
        public OptionalInt smallestFace() {
            return OptionalInt.empty();
        }
    }
}
