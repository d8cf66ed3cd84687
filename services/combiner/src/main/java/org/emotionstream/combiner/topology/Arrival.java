package org.emotionstream.combiner.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;

/** A record as it was read. */
sealed interface Arrival {
    /** The record's value, as it came. */
    Bytes bytes();

    /** A message of the network whose topic it came on, with a digest and valid probabilities. */
    record Distributions(Bytes bytes, EmotionDistributions message) implements Arrival {}

    /** A message of the landmarker, with a digest. */
    record Taken(Bytes bytes, ImageTaken message) implements Arrival {}

    /**
     * An operator's fault: somebody else wrote to our topic, or another version of ours, or to another partition.
     *
     * @param reason what was expected and what came
     */
    record Unreadable(Bytes bytes, String reason) implements Arrival {}

    /** This, or unreadable when the record's key is not the image id that the message names. */
    default Arrival underKey(Bytes key) {
        if (this instanceof Distributions read) {
            return underKey(key, read.message().getImageId());
        }
        return this instanceof Taken read ? underKey(key, read.message().getImageId()) : this;
    }

    private Arrival underKey(Bytes key, String imageId) {
        if (Bytes.wrap(imageId.getBytes(StandardCharsets.UTF_8)).equals(key)) {
            return this;
        }
        String found =
                key == null ? "there is none" : "it is \"" + new String(key.get(), StandardCharsets.UTF_8) + "\"";
        return new Unreadable(bytes(), "expected the image id \"" + imageId + "\" as key, " + found);
    }
}
