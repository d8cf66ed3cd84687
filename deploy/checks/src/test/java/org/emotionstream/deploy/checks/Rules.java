package org.emotionstream.deploy.checks;

import java.util.List;

/** All of them. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new KnownFields(),
            new Images(),
            new KnownSettings(),
            new Mounts(),
            new KafkaUsers(),
            new Bootstrap(),
            new KafkaTopics(),
            new Scaling(),
            new Selectors(),
            new Ports(),
            new NetworkPolicies(),
            new PodSecurity(),
            new Resources(),
            new Names(),
            new ServingRelease(),
            new Metrics());

    private Rules() {}
}
