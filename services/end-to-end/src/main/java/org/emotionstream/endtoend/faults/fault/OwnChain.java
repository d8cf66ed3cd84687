package org.emotionstream.endtoend.faults.fault;

import java.util.Map;

/**
 * A chain that one fault has for itself, on the same brokers.
 *
 * @param prefix of its topics and groups
 * @param settings of its services, over those of all
 * @param topicConfig of the topics between the camera and the combiner, over the usual
 */
public record OwnChain(String prefix, Map<String, String> settings, Map<String, String> topicConfig) {
    public OwnChain {
        settings = Map.copyOf(settings);
        topicConfig = Map.copyOf(topicConfig);
    }
}
