package org.emotionstream.cli.chain;

import java.util.Optional;
import org.emotionstream.events.Topics;

/**
 * What somebody may choose about a chain.
 *
 * @param externalBroker {@code HOST:PORT} of a broker that already runs; empty to start one
 * @param topics by their prefix
 * @param smallestFace that is looked for, in pixels of the picture, at least 40
 */
public record ChainSettings(Optional<String> externalBroker, Topics topics, int smallestFace) {
    /** dlib's own limit: what it finds without scaling the picture up. */
    public static final int USUAL_SMALLEST_FACE = 80;
}
