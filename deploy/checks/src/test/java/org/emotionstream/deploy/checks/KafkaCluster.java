package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What others must know of the Kafka cluster.
 *
 * @param manifest of kind Kafka
 */
record KafkaCluster(Manifest manifest) {
    String name() {
        return manifest.name();
    }

    /** The listener that our services use: inside of the cluster, encrypted, with names and passwords. */
    JsonNode listener() {
        return Manifest.each(manifest.at("/spec/kafka/listeners"))
                .filter(listener -> listener.path("type").asText().equals("internal"))
                .filter(listener -> listener.path("tls").asBoolean())
                .filter(listener -> listener.at("/authentication/type").asText().equals("scram-sha-512"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        manifest.problem("has no internal listener with tls and scram-sha-512")));
    }

    int port() {
        return listener().path("port").asInt();
    }

    /** As Strimzi names the service. */
    String bootstrap() {
        return name() + "-kafka-bootstrap." + manifest.at("/metadata/namespace").asText() + ".svc:" + port();
    }
}
