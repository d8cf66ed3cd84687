package org.emotionstream.cli.chain;

import java.util.Optional;
import org.emotionstream.events.configuration.Topics;

/**
 * What somebody may choose about a chain.
 *
 * @param externalBroker {@code HOST:PORT} of a broker that already runs; empty to start one
 * @param topics by their prefix
 * @param smallestFace that is looked for, in pixels of the picture, at least 40
 * @param shadow what it is a shadow of; empty for a chain that serves
 * @param debugger the service that listens for a debugger; empty for none
 */
public record ChainSettings(
        Optional<String> externalBroker,
        Topics topics,
        int smallestFace,
        Optional<ShadowOf> shadow,
        Optional<Debugger> debugger) {
    /** dlib's own limit: what it finds without scaling the picture up. */
    public static final int USUAL_SMALLEST_FACE = 80;

    /**
     * A chain beside another one.
     *
     * @param release that it serves with, whatever the file {@code DEFAULT} names
     * @param inputTopic of the other chain, whose pictures it reads
     */
    public record ShadowOf(String release, String inputTopic) {}

    /** Settings of a chain that serves, without a debugger. */
    public ChainSettings(Optional<String> externalBroker, Topics topics, int smallestFace) {
        this(externalBroker, topics, smallestFace, Optional.empty(), Optional.empty());
    }
}
