package org.emotionstream.deploy;

/** What each of Strimzi's resources here says of itself. */
final class Strimzi {
    static final String API = "kafka.strimzi.io/v1";
    static final String CLUSTER_LABEL = "strimzi.io/cluster";
    static final String CLUSTER = "emotionstream";

    private Strimzi() {}
}
