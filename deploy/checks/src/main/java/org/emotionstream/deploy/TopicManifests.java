package org.emotionstream.deploy;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.topic.KafkaTopicBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionstream.events.administration.TopicSettings;
import org.emotionstream.events.configuration.Topics;

/** Each topic of {@link TopicSettings}, as Strimzi's Topic Operator takes it. */
final class TopicManifests {
    /** Says which topics an overlay may spread: those that carry pictures. What is read as a whole has one partition. */
    static final String PARTITIONS_LABEL = "emotionstream/partitions";

    private TopicManifests() {}

    /**
     * The topics of the first generation, without a prefix.
     *
     * @param partitions of those that carry pictures
     */
    static List<KafkaTopic> of(int partitions, short replication) {
        return TopicSettings.of(new Topics(""), partitions, replication).stream()
                .map(TopicManifests::topic)
                .toList();
    }

    private static KafkaTopic topic(TopicSettings settings) {
        String kind = settings.config().containsKey("retention.ms") ? "many" : "one";
        return new KafkaTopicBuilder()
                .withApiVersion(Strimzi.API)
                .withNewMetadata()
                .withName(settings.name())
                .withLabels(Map.of(Strimzi.CLUSTER_LABEL, Strimzi.CLUSTER, PARTITIONS_LABEL, kind))
                .endMetadata()
                .withNewSpec()
                .withTopicName(settings.name())
                .withPartitions(settings.partitions())
                .withReplicas((int) settings.replication())
                .withConfig(new TreeMap<>(settings.config()))
                .endSpec()
                .build();
    }
}
