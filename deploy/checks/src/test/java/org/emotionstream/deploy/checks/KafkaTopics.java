package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotionstream.events.administration.TopicSettings;

/** The topics are those of the code, with its settings; as many partitions as the services say; no more copies than brokers. */
final class KafkaTopics implements Rule {
    private static final String PARTITIONS = "EMOTIONSTREAM_TOPIC_PARTITIONS";

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        int partitions = partitions(manifests);
        Map<String, TopicSettings> expected = new TreeMap<>();
        TopicSettings.of(manifests.project().topics(), partitions, (short) 1)
                .forEach(settings -> expected.put(settings.name(), settings));
        TreeSet<String> missing = new TreeSet<>(expected.keySet());
        manifests.of("KafkaTopic").forEach(topic -> {
            missing.remove(name(topic));
            one(manifests, topic, expected.get(name(topic)), problems);
        });
        missing.forEach(name -> problems.add("KafkaTopic/" + name + ": is missing"));
        return problems;
    }

    static String name(Manifest topic) {
        return topic.at("/spec/topicName").asText(topic.name());
    }

    /** As the services are told; the first of them, where they differ another rule says so. */
    static int partitions(Manifests manifests) {
        return manifests
                .of("ConfigMap")
                .map(map -> map.at("/data").path(PARTITIONS))
                .filter(JsonNode::isTextual)
                .mapToInt(JsonNode::asInt)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ConfigMap sets " + PARTITIONS));
    }

    private static void one(Manifests manifests, Manifest topic, TopicSettings expected, List<String> problems) {
        if (expected == null) {
            problems.add(topic.problem("the code knows no topic \"" + name(topic) + "\""));
            return;
        }
        if (topic.at("/spec/partitions").asInt() != expected.partitions()) {
            problems.add(topic.problem("has " + topic.at("/spec/partitions").asText()
                    + " partitions, the services expect " + expected.partitions()));
        }
        if (!Manifest.texts(topic.at("/spec/config")).equals(expected.config())) {
            problems.add(topic.problem("its settings are not those of the code, " + new TreeMap<>(expected.config())));
        }
        copies(manifests, topic, problems);
    }

    private static void copies(Manifests manifests, Manifest topic, List<String> problems) {
        int copies = topic.at("/spec/replicas").asInt();
        int brokers = manifests
                .of("KafkaNodePool")
                .filter(pool -> Manifest.strings(pool.at("/spec/roles")).contains("broker"))
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();
        int needed = manifests
                .kafka()
                .manifest()
                .at("/spec/kafka/config/min.insync.replicas")
                .asInt(1);
        if (copies > brokers || copies < needed) {
            problems.add(topic.problem(copies + " copies: there are " + brokers + " brokers, and " + needed
                    + " copies are needed to write"));
        }
    }
}
