package org.emotionstream.endtoend.faults.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.localbroker.ClusterNode;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * Three brokers, each a process: every record has three copies, and counts when two of them have it. Clients
 * come by {@link #bootstrapServers()}; those that come by {@link #proxiedServers()} are told to connect to the
 * ports {@link ClusterNode#proxyPort()}, where nobody listens unless somebody sets up a proxy.
 */
public final class LocalCluster implements AutoCloseable {
    /** How many brokers there are, and copies of everything. */
    public static final int BROKERS = 3;

    private static final int PORTS = 4;
    private static final int GRACE_SECONDS = 5;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final List<ClusterNode> nodes;
    private final List<ChildProcess> brokers = new ArrayList<>();

    /**
     * @param folder for data and logs
     * @param ended told, in words, of each broker that ends by itself
     */
    public LocalCluster(Checkout checkout, Path folder, Consumer<String> ended) {
        this.folder = folder;
        nodes = onFreePorts();
        String clusterId = Uuid.randomUuid().toString();
        for (ClusterNode node : nodes) {
            String name = "broker-" + node.id();
            ProcessPlan plan = new ProcessPlan(
                    name,
                    command(checkout, node.id(), clusterId),
                    Map.of("MALLOC_ARENA_MAX", "2"),
                    checkout.root(),
                    folder.resolve("logs").resolve(name + ".log"),
                    Optional::empty);
            brokers.add(new ChildProcess(plan, code -> ended.accept(name + " ended by itself, exit code " + code)));
        }
    }

    private static List<ClusterNode> onFreePorts() {
        List<Integer> ports = LoopbackPorts.free(BROKERS * PORTS);
        List<ClusterNode> nodes = new ArrayList<>();
        for (int i = 0; i < BROKERS; i++) {
            List<Integer> own = ports.subList(i * PORTS, (i + 1) * PORTS);
            nodes.add(new ClusterNode(i + 1, own.get(0), own.get(1), own.get(2), own.get(3)));
        }
        return List.copyOf(nodes);
    }

    private List<String> command(Checkout checkout, int id, String clusterId) {
        return Command.java(
                checkout,
                Checkout.made(folder.resolve("tmp")).toString(),
                "-Xss512k",
                "-Djdk.nio.maxCachedBufferSize=262144",
                "org.emotionstream.localbroker.ClusterNodeMain",
                data(id).toString(),
                Integer.toString(id),
                ClusterNode.text(nodes),
                clusterId,
                Integer.toString(GRACE_SECONDS));
    }

    /** Starts those that do not run, and returns when all three serve and every record has its three copies. */
    public void start() throws InterruptedException {
        brokers.forEach(ChildProcess::start);
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "request.timeout.ms",
                5_000,
                "default.api.timeout.ms",
                8_000))) {
            Until.met("three brokers in sync", START_PATIENCE, () -> isInSync(admin));
        }
    }

    /** The process of a broker, from 0. */
    public ChildProcess broker(int number) {
        return brokers.get(number);
    }

    /** All three. */
    public List<ChildProcess> brokers() {
        return List.copyOf(brokers);
    }

    /** The number of the broker that leads this partition, from 0. */
    public int leader(TopicPartition partition) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            return Kafka.await(
                                    "describe the leader of " + partition,
                                    admin.describeTopics(List.of(partition.topic()))
                                            .allTopicNames())
                            .get(partition.topic())
                            .partitions()
                            .get(partition.partition())
                            .leader()
                            .id()
                    - nodes.get(0).id();
        }
    }

    /** The file to which this broker, from 0, appends what is written to this partition. */
    public Path log(int number, TopicPartition partition) {
        try (Stream<Path> files = Files.list(data(nodes.get(number).id()).resolve(partition.toString()))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the files of " + partition, e);
        }
    }

    private Path data(int id) {
        return folder.resolve("data").resolve("broker-" + id);
    }

    /** The ports of all three. */
    public List<ClusterNode> nodes() {
        return nodes;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return servers(nodes.stream().map(ClusterNode::brokerPort).toList());
    }

    /** Where clients connect that are to be disturbed on the way. */
    public String proxiedServers() {
        return servers(nodes.stream().map(ClusterNode::proxyPort).toList());
    }

    private static String servers(Collection<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private static boolean isInSync(Admin admin) {
        try {
            if (Kafka.await("describe the cluster", admin.describeCluster().nodes())
                            .size()
                    < BROKERS) {
                return false;
            }
            var names = Kafka.await(
                    "list topics",
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            return Kafka.await("describe topics", admin.describeTopics(names).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.leader() != null && partition.isr().size() == BROKERS);
        } catch (TopicException e) {
            return false; // not there yet: it is asked again
        }
    }

    /** Kills all; what they hold is thrown away by whoever gave the folder. */
    @Override
    public void close() {
        for (ChildProcess broker : brokers) {
            try {
                broker.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
