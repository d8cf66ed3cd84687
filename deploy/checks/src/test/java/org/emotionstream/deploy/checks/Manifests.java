package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotionstream.deploy.Yaml;

/**
 * All objects of one overlay, and the checkout that they belong to.
 *
 * @param project where code and documents are that the names must agree with
 */
record Manifests(Project project, List<Manifest> all) {
    /** @param yaml as kustomize prints it */
    static Manifests parse(Project project, String yaml) {
        return new Manifests(
                project,
                Yaml.read(yaml).stream()
                        .map(tree -> new Manifest((ObjectNode) tree))
                        .toList());
    }

    /** The same again, to be changed without changing these. */
    Manifests copy() {
        return new Manifests(
                project,
                all.stream()
                        .map(manifest -> new Manifest(manifest.tree().deepCopy()))
                        .toList());
    }

    Stream<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    boolean has(String kind, String name) {
        return find(kind, name).isPresent();
    }

    /** The one object of its kind. */
    Manifest only(String kind) {
        List<Manifest> found = of(kind).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("expected one " + kind + ", found " + found);
        }
        return found.get(0);
    }

    /** Everything that starts pods of ours. */
    List<Workload> workloads() {
        return all.stream().flatMap(manifest -> Workload.of(manifest).stream()).toList();
    }

    /** The Kafka cluster. */
    KafkaCluster kafka() {
        return new KafkaCluster(only("Kafka"));
    }
}
