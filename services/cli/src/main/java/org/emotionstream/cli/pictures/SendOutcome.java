package org.emotionstream.cli.pictures;

/** What became of a picture that was to be sent. */
public sealed interface SendOutcome {
    /**
     * The producer has it; whether the broker will, only its delivery shows.
     *
     * @param picture with its image id
     */
    record HandedOver(SentPicture picture) implements SendOutcome {}

    /**
     * It is not sent.
     *
     * @param reason one word for programs, for example {@code too-large}
     * @param message for people, without the name of the file
     */
    record NotSent(String reason, String message) implements SendOutcome, PictureBytes {}
}
