package org.emotionstream.localbroker;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The settings of a node among several: as those of a single one, but everything has as many copies as there
 * are nodes, and a majority of them must have a record before it counts.
 */
final class ClusterSettings {
    private static final String BROKER = "BROKER";
    private static final String PROXIED = "PROXIED";

    private ClusterSettings() {}

    static Properties of(Path data, int id, List<ClusterNode> nodes) {
        ClusterNode own = nodes.stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no node " + id + " among " + nodes));
        Properties settings = BrokerSettings.of(data, own.brokerPort(), own.controllerPort());
        settings.put("node.id", Integer.toString(id));
        settings.put("controller.quorum.voters", voters(nodes));
        settings.put(
                "listeners",
                listener(BROKER, own.brokerPort())
                        + "," + listener(PROXIED, own.proxiedPort())
                        + "," + listener(BrokerSettings.CONTROLLER, own.controllerPort()));
        settings.put(
                "advertised.listeners", listener(BROKER, own.brokerPort()) + "," + listener(PROXIED, own.proxyPort()));
        settings.put(
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + PROXIED + ":PLAINTEXT," + BrokerSettings.CONTROLLER + ":PLAINTEXT");
        copies(settings, nodes.size());
        // What topics may lose is lost late: a test that freezes a service for longer finds its records there.
        settings.put("log.retention.check.interval.ms", "3600000");
        return settings;
    }

    private static void copies(Properties settings, int copies) {
        String all = Integer.toString(copies);
        String majority = Integer.toString(copies / 2 + 1);
        settings.put("default.replication.factor", all);
        settings.put("min.insync.replicas", majority);
        settings.put("offsets.topic.replication.factor", all);
        settings.put("transaction.state.log.replication.factor", all);
        settings.put("transaction.state.log.min.isr", majority);
        settings.put("share.coordinator.state.topic.replication.factor", all);
        settings.put("share.coordinator.state.topic.min.isr", majority);
        settings.put("unclean.leader.election.enable", "false");
        // A node that comes back leads its partitions again soon: else the others carry all.
        settings.put("leader.imbalance.check.interval.seconds", "5");
    }

    private static String voters(List<ClusterNode> nodes) {
        return nodes.stream()
                .map(node -> node.id() + "@" + LoopbackPorts.ADDRESS + ":" + node.controllerPort())
                .collect(Collectors.joining(","));
    }

    private static String listener(String name, int port) {
        return name + "://" + LoopbackPorts.ADDRESS + ":" + port;
    }
}
