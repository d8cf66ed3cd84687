package org.emotionstream.landmarks.otherformats;

/**
 * A format that is not read, in words for whoever sent it.
 *
 * @param name what the bytes are, to stand after "it is"
 * @param advice what to send instead
 */
public record OtherFormat(String name, String advice) {
    private static final String FORMATS = "JPEG, PNG, WebP or BMP";

    /** What the bytes are and what to do, as one clause. */
    public String message() {
        return "it is " + name + ": " + advice;
    }

    static OtherFormat picture(String name) {
        return new OtherFormat(name, "send " + FORMATS);
    }

    static OtherFormat video(String name) {
        return new OtherFormat(name, "send single pictures of it, as " + FORMATS);
    }

    static OtherFormat packed(String name) {
        return new OtherFormat(name, "unpack it and send each picture, as " + FORMATS);
    }

    /** Something that is or holds no picture, or holds it as text. */
    static OtherFormat other(String name) {
        return new OtherFormat(name, "send the bytes of a picture, as " + FORMATS);
    }
}
