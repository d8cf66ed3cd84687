package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Each stateless service is scaled by the lag of its own group, one trigger a topic, up to the partitions; the
 * combiner is of a fixed size.
 */
final class Scaling implements Rule {
    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        List<Manifest> scaled = manifests.of("ScaledObject").toList();
        scaled.forEach(object -> {
            target(manifests, object, problems);
            bounds(manifests, object, problems);
        });
        List<String> targets = scaled.stream().map(Scaling::target).toList();
        manifests.of("Deployment").forEach(deployment -> {
            if (targets.stream().filter(deployment.name()::equals).count() != 1) {
                problems.add(deployment.problem("one ScaledObject must scale it, and " + targets + " are scaled"));
            }
            if (deployment.at("/spec").has("replicas")) {
                problems.add(deployment.problem("says how many replicas, and so does KEDA"));
            }
        });
        manifests
                .of("StatefulSet")
                .filter(set -> set.at("/spec/replicas").asInt() < 1)
                .forEach(set -> problems.add(set.problem("does not say how many replicas")));
        return problems;
    }

    private static String target(Manifest object) {
        return object.at("/spec/scaleTargetRef/name").asText();
    }

    private static void target(Manifests manifests, Manifest object, List<String> problems) {
        String group = target(object);
        if (!manifests.has("Deployment", group)
                || !object.at("/spec/scaleTargetRef/kind").asText("Deployment").equals("Deployment")) {
            problems.add(object.problem("there is no Deployment " + group + " to scale"));
        }
        Map<String, List<String>> inputs = manifests.project().topics().inputsByGroup();
        List<String> topics = new ArrayList<>();
        object.at("/spec/triggers").forEach(trigger -> {
            String read = trigger.at("/metadata/consumerGroup").asText();
            if (!read.equals(group)) {
                problems.add(object.problem("goes by the lag of the group \"" + read + "\", and scales " + group));
            }
            topics.add(trigger.at("/metadata/topic").asText());
            connection(manifests, object, trigger, problems);
        });
        if (!topics.stream()
                .sorted()
                .toList()
                .equals(inputs.getOrDefault(group, List.of()).stream().sorted().toList())) {
            problems.add(object.problem("has triggers for " + topics + ", its group reads " + inputs.get(group)));
        }
    }

    private static void bounds(Manifests manifests, Manifest object, List<String> problems) {
        JsonNode spec = object.at("/spec");
        int most = spec.path("maxReplicaCount").asInt();
        int partitions = KafkaTopics.partitions(manifests);
        if (most < 1 || most > partitions) {
            problems.add(
                    object.problem("maxReplicaCount is " + most + ", the topics have " + partitions + " partitions"));
        }
        if (spec.path("minReplicaCount").asInt() < 1
                || spec.path("minReplicaCount").asInt() > most) {
            problems.add(object.problem("minReplicaCount is not from 1 to " + most));
        }
        if (spec.at("/fallback/replicas").asInt(1) > most) {
            problems.add(object.problem("falls back to more than " + most));
        }
        JsonNode down =
                spec.at("/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/stabilizationWindowSeconds");
        if (down.asInt() < 300) {
            problems.add(object.problem("shrinks after less than 300 seconds"));
        }
    }

    private static void connection(Manifests manifests, Manifest object, JsonNode trigger, List<String> problems) {
        JsonNode metadata = trigger.path("metadata");
        if (!metadata.path("bootstrapServers").asText().equals(manifests.kafka().bootstrap())) {
            problems.add(object.problem(
                    "bootstrapServers are not " + manifests.kafka().bootstrap()));
        }
        if (!metadata.path("sasl").asText().equals("scram_sha512")
                || !metadata.path("tls").asText().equals("enable")) {
            problems.add(object.problem("the listener wants sasl: scram_sha512 and tls: enable"));
        }
        if (metadata.path("lagThreshold").asInt() < 1) {
            problems.add(object.problem("lagThreshold is no number above 0"));
        }
        String name = trigger.at("/authenticationRef/name").asText();
        manifests
                .find("TriggerAuthentication", name)
                .ifPresentOrElse(
                        authentication -> user(manifests, object, authentication, metadata, problems),
                        () -> problems.add(object.problem("there is no TriggerAuthentication " + name)));
    }

    /** Its keys exist, and its user sees this lag and no record. */
    private static void user(
            Manifests manifests, Manifest object, Manifest authentication, JsonNode metadata, List<String> problems) {
        JsonNode references = authentication.at("/spec/secretTargetRef");
        Manifest.each(references)
                .filter(reference -> !Secrets.keys(
                                manifests, reference.path("name").asText())
                        .contains(reference.path("key").asText()))
                .forEach(reference -> problems.add(authentication.problem(
                        "there is no " + reference.path("key").asText() + " in the secret "
                                + reference.path("name").asText())));
        manifests
                .of("KafkaUser")
                .filter(user -> references.findValuesAsText("name").contains(user.name()))
                .forEach(user -> {
                    sees(user, object, "topic", metadata.path("topic").asText(), problems);
                    sees(user, object, "group", metadata.path("consumerGroup").asText(), problems);
                });
    }

    private static void sees(Manifest user, Manifest object, String type, String name, List<String> problems) {
        TreeSet<String> allowed = Manifest.each(user.at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                .filter(acl -> acl.at("/resource/patternType").asText().equals("prefix")
                        ? name.startsWith(acl.at("/resource/name").asText())
                        : name.equals(acl.at("/resource/name").asText()))
                .flatMap(acl -> Manifest.strings(acl.path("operations")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!allowed.equals(new TreeSet<>(List.of("Describe")))) {
            problems.add(object.problem("its user " + user.name() + " may " + allowed + " on the " + type + " " + name
                    + ", not just Describe"));
        }
    }
}
