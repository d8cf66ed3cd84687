package org.emotionstream.cli.answers;

import org.emotionstream.schemas.ImageEmotions;

/** What became of one picture. */
public sealed interface PictureAnswer {
    /** By which the picture was sent. */
    String imageId();

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
    }

    /**
     * It is no picture that the chain can look at.
     *
     * @param imageId by which it was sent
     * @param source as it was sent; empty for none
     * @param reason one word for programs, for example {@code not-a-picture}
     * @param message what is wrong, for people
     */
    record Rejected(String imageId, String source, String reason, String message) implements PictureAnswer {}
}
