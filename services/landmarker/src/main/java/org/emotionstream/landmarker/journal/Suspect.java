package org.emotionstream.landmarker.journal;

/**
 * A picture that was in native code when the process ended, or a record that our own code ended it on.
 *
 * @param digest of the picture or the whole record, lower-case hexadecimal; it is the same wherever it comes again
 * @param place of the record, topic-partition-offset, when the process ended last
 * @param crashes how often that was its doing: the Java machine has reported a crash, or the step threw an exception,
 *     or never came back
 * @param ends how often the process has ended meanwhile, by a crash or without a crash report, as when it is killed
 */
public record Suspect(String digest, String place, int crashes, int ends) {
    /** Ends by native code after which a picture is not decoded any more: at the second it was in native code alone. */
    public static final int MOST_CRASHES = 2;

    /** Ends of any kind after which it is not: one more, since a kill says nothing of the picture. */
    public static final int MOST_ENDS = 3;

    /** Whether it is not to be decoded any more. */
    public boolean convicted() {
        return crashes >= MOST_CRASHES || ends >= MOST_ENDS;
    }

    Suspect again(String latestPlace, boolean crash) {
        return new Suspect(digest, latestPlace, crash ? crashes + 1 : crashes, ends + 1);
    }
}
