package org.emotionstream.endtoend.faults.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.ProcessMemory;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.LocalCluster;
import org.emotionstream.endtoend.faults.processes.ServiceChain;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.GroupLag;
import org.emotionstream.events.inspection.GroupLag.Unread;
import org.emotionstream.events.inspection.Horizon;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.wire.ImageIdentity;

/** Three brokers, a chain on them, and the stream that is under way. */
public final class Scene implements AutoCloseable {
    /** The deadline of the combiner where nothing else is said: longer than any outage that it is to wait out. */
    public static final Duration DEADLINE = Duration.ofMinutes(3);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 4;
    private static final int NEXT = 10;

    /** No more is open than is sent in this many seconds. */
    private static final int MOST_SECONDS_OPEN = 60;

    private final Path folder;
    private final LocalCluster cluster;
    private final ServiceChain chain;
    private final Topics topics;
    private final Scale scale;
    private final Random random;
    private final AnswerWatch watch;
    private final Admin admin;
    private final Consumer<String> events;
    private final ServingRelease release;
    private StreamSender sender;
    private boolean closed;

    /**
     * Makes the topics and starts the chain.
     *
     * @param cluster stays the caller's to close
     * @param own its topics and settings
     * @param events told of what ends by itself
     */
    public Scene(
            Checkout checkout,
            Path folder,
            LocalCluster cluster,
            OwnChain own,
            Scale scale,
            Random random,
            Consumer<String> events) {
        this.folder = folder;
        this.cluster = cluster;
        this.topics = new Topics(own.prefix());
        this.scale = scale;
        this.events = events;
        this.random = random;
        Map<String, String> all = new HashMap<>(Map.of("combiner.deadline", DEADLINE.toString()));
        Path releaseFile = Checkout.made(folder).resolve("release");
        all.put("emotionstream.releases", checkout.releases().toString());
        all.put("emotionstream.default-release-file", releaseFile.toString());
        all.putAll(own.settings());
        String servers = cluster.bootstrapServers();
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        new TopicAdministrator(admin, topics, PARTITIONS, (short) LocalCluster.BROKERS).prepare();
        alter(own.topicConfig());
        chain = new ServiceChain(checkout, folder, servers, topics, all, events);
        watch = new AnswerWatch(servers, topics);
        release = new ServingRelease(checkout.releases(), releaseFile, watch);
    }

    private void alter(Map<String, String> config) {
        List<AlterConfigOp> changes = config.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> altered = new HashMap<>();
        Horizon.topics(topics)
                .forEach(topic -> altered.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes));
        Kafka.await("alter topics", admin.incrementalAlterConfigs(altered).all());
    }

    /** Begins to send a stream. */
    public StreamSender send(KnownStream stream, int most, int perSecond) {
        int mostOpen = MOST_SECONDS_OPEN * perSecond;
        sender = new StreamSender(
                cluster.bootstrapServers(), topics.imagesRaw(), stream, most, () -> open().size() < mostOpen);
        sender.start(perSecond);
        return sender;
    }

    /** The brokers. */
    public LocalCluster cluster() {
        return cluster;
    }

    /** The services. */
    public ServiceChain chain() {
        return chain;
    }

    /** Every process by its name: the brokers, then the services in flow order. */
    public Map<String, ChildProcess> processes() {
        Map<String, ChildProcess> processes = new LinkedHashMap<>();
        cluster.brokers().forEach(broker -> processes.put(broker.plan().name(), broker));
        ServiceNames.ALL.forEach(name -> processes.put(name, chain.service(name)));
        return processes;
    }

    /** The memory of each process, in MB (RSS). */
    public Map<String, Long> residentMegabytes() {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        processes().forEach((name, process) -> ProcessMemory.of(process.pid())
                .ifPresent(memory -> megabytes.put(name, memory.residentBytes() >> 20)));
        return megabytes;
    }

    /** The names of the topics. */
    public Topics topics() {
        return topics;
    }

    /** The release of this chain. */
    public ServingRelease release() {
        return release;
    }

    /** How much of each fault. */
    public Scale scale() {
        return scale;
    }

    /** Random numbers, the same for the same seed. */
    public Random random() {
        return random;
    }

    /** Who is answered by now. */
    public AnswerWatch watch() {
        return watch;
    }

    /** What the group of this service has not committed, by partition of its input. */
    public Map<TopicPartition, Unread> unread(String service) {
        String group = topics.group(service);
        return new GroupLag(admin, group, topics.inputsByGroup().get(group)).unread();
    }

    /** How many records the group of this service has not committed. */
    public long lag(String service) {
        return unread(service).values().stream().mapToLong(Unread::records).sum();
    }

    /** Tells how it goes. */
    public void say(String line) {
        events.accept(line);
    }

    /** Where a fault may keep files. */
    public Path folder() {
        return folder;
    }

    /** How many records the brokers have taken and nobody has answered; waits until there is at least one. */
    public int awaitInFlight() throws InterruptedException {
        Until.met("a picture in flight", PATIENCE, () -> !open().isEmpty());
        return open().size();
    }

    /** Which pictures the brokers have taken and nobody has answered. */
    public List<ImageIdentity> open() {
        return sender == null ? List.of() : watch.open(sender.taken());
    }

    /** Until the brokers have taken so many more records. */
    public void awaitSent(int more) throws InterruptedException {
        int enough = sender.acknowledged() + more;
        Until.met("the brokers to take " + more + " pictures", PATIENCE, () -> sender.acknowledged() >= enough);
    }

    /** Sends the stream that is under way. */
    public StreamSender sender() {
        return sender;
    }

    /** Until so many more pictures than now are answered. */
    public void awaitAnswered(int more) throws InterruptedException {
        int enough = answered() + more;
        Until.met(more + " answers", PATIENCE, () -> answered() >= enough);
    }

    private int answered() {
        return sender.taken().size() - open().size();
    }

    /** Until everything is answered that was sent before now; the seconds that it takes. */
    public double recover() throws InterruptedException {
        long start = System.nanoTime();
        List<ImageIdentity> before = open();
        Until.met("the answers of " + before.size() + " pictures", PATIENCE, () -> watch.hasAll(before));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Until the next picture that the brokers take is answered; the seconds that it takes. */
    public double recoverWhatIsSentNow() throws InterruptedException {
        long start = System.nanoTime();
        Set<ImageIdentity> before = Set.copyOf(sender.taken());
        awaitSent(NEXT);
        List<ImageIdentity> next = sender.taken().stream()
                .filter(identity -> !before.contains(identity))
                .toList();
        Until.met("the answers of the next " + next.size() + " pictures", PATIENCE, () -> watch.hasAll(next));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Brings back what a fault that was not carried through has left broken: all services with their usual settings. */
    public void mend() throws InterruptedException {
        cluster.start();
        for (String service : ServiceNames.ALL) {
            chain.service(service).kill();
            chain.start(service, Map.of());
        }
    }

    /** Whether all that was sent was answered in time, unless some may expire, and no service has anything left to read. */
    public boolean drains(boolean someExpire) throws InterruptedException {
        boolean answered = someExpire || Until.within(PATIENCE, () -> open().isEmpty());
        for (String service : ServiceNames.ALL) {
            answered &= Until.within(PATIENCE, () -> lag(service) == 0);
        }
        return answered;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.close();
        chain.close();
        admin.close();
    }
}
