package org.emotionstream.deploy.checks;

import java.util.Set;

/** The keys of the secrets that an overlay has, and of those that Strimzi makes of it. */
final class Secrets {
    private static final Set<String> OF_USER = Set.of("password", "sasl.jaas.config");
    private static final Set<String> OF_CLUSTER = Set.of("ca.crt", "ca.p12", "ca.password");

    private Secrets() {}

    /** None where nobody makes such a secret. */
    static Set<String> keys(Manifests manifests, String name) {
        if (manifests.has("KafkaUser", name)) {
            return OF_USER;
        }
        if (name.equals(manifests.kafka().name() + "-cluster-ca-cert")) {
            return OF_CLUSTER;
        }
        return manifests
                .find("Secret", name)
                .map(secret -> Manifest.texts(secret.at("/data")).keySet())
                .orElse(Set.of());
    }
}
