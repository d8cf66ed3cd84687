package org.emotionstream.endtoend.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.ServiceChain;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.GroupLag;
import org.emotionstream.localbroker.LocalBroker;

/**
 * The packaged chain, in which one worker is slow by a setting of its Kafka producer: what it has in hand, two batches
 * of 50 records, waits four seconds for company before it is sent. That takes neither processor nor disk, so how fast
 * the worker is does not depend on what else the machine does.
 */
final class SlowedChain implements AutoCloseable {
    static final String SLOW = "cnn-worker-model-2";
    // So many that a worker fills what it may have in hand with half of them, too: one partition alone fills half.
    static final int PARTITIONS = 8;

    /** With fetches so large that no batch is short because a fetch has come to its end. */
    private static final Map<String, String> SLOWED = Map.of(
            "emotionstream.kafka.\"linger.ms\"", "4000",
            "emotionstream.kafka.\"max.partition.fetch.bytes\"", "8388608");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalBroker broker = LocalBroker.temporary().start();
    private final Topics topics = new Topics("");
    private final Path folder;
    private final ServiceChain chain;
    private final Groups groups;
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    private final List<ChildProcess> more = new ArrayList<>();

    SlowedChain(Checkout checkout, Path folder, List<String> ended) throws InterruptedException {
        this.folder = folder;
        new TopicAdministrator(admin, topics, PARTITIONS, (short) 1).prepare();
        groups = new Groups(broker.bootstrapServers());
        // An answer waits for the slow worker as long as it takes: none may be in part.
        chain = new ServiceChain(
                checkout, folder, broker.bootstrapServers(), topics, Map.of("combiner.deadline", "PT15M"), ended::add);
        for (String name : ServiceNames.ALL) {
            chain.start(name, name.equals(SLOW) ? SLOWED : Map.of());
        }
        for (String name : ServiceNames.ALL) {
            chain.awaitReady(name);
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Topics topics() {
        return topics;
    }

    long lag(String service) {
        String group = topics.group(service);
        return new GroupLag(admin, group, topics.inputsByGroup().get(group))
                .unread().values().stream().mapToLong(GroupLag.Unread::records).sum();
    }

    /** The services that are not slowed and count records. */
    static List<String> others() {
        return ServiceNames.ALL.stream()
                .filter(name -> !name.equals(SLOW) && !name.equals("combiner"))
                .toList();
    }

    /** Until the group of the slow worker has so many members that share its partitions evenly. */
    void awaitShared(int members) throws InterruptedException {
        Until.met(members + " members that share " + SLOW, PATIENCE, () -> groups.isShared(SLOW, members, PARTITIONS));
    }

    /** The slow one stops: what comes for it waits. */
    void holdBack() throws InterruptedException {
        chain.service(SLOW).stop();
    }

    /** It goes on, slow as before. */
    void letGo() throws InterruptedException {
        chain.start(SLOW, SLOWED);
        chain.awaitReady(SLOW);
    }

    /** A second process of this service starts, slowed alike. */
    void join(String service) {
        ChildProcess second = chain.another(service, 2, SLOWED);
        more.add(second);
        second.start();
    }

    /** The second one stops. */
    void leave() throws InterruptedException {
        more.remove(0).stop();
    }

    /** The slow one is slow no more. */
    void hurry() throws InterruptedException {
        chain.restart(SLOW, Map.of());
    }

    /** Records a second of the slowed stage and of the others, until each process of the first has had so many batches. */
    Map<String, Double> rates(int batches) throws InterruptedException {
        List<BatchClock> clocks = Stream.concat(Stream.of(chain.service(SLOW)), more.stream())
                .map(process -> new BatchClock(RecordCounter.of(SLOW, process)))
                .toList();
        Map<String, Double> before = counts();
        long start = System.nanoTime();
        Until.met(batches + " batches of each " + SLOW, PATIENCE, () -> {
            clocks.forEach(BatchClock::look);
            return clocks.stream().allMatch(clock -> clock.batches() >= batches);
        });
        Map<String, Double> rates = counts();
        double seconds = (System.nanoTime() - start) / 1e9;
        rates.replaceAll((stage, count) -> (count - before.get(stage)) / seconds);
        rates.put(SLOW, clocks.stream().mapToDouble(BatchClock::rate).sum());
        return rates;
    }

    private Map<String, Double> counts() {
        Map<String, Double> counts = new HashMap<>();
        others().forEach(name ->
                counts.put(name, RecordCounter.of(name, chain.service(name)).read()));
        return counts;
    }

    /** What is to stay as it is: processes, who reads what, and how often each service was told that. */
    Map<String, Object> unchanged() throws IOException {
        Map<String, Object> all = new HashMap<>();
        for (String name : ServiceNames.ALL) {
            all.put(name + " process", chain.service(name).pid());
            if (!name.equals(SLOW)) {
                all.put(name + " members", groups.members(List.of(name)).get(name));
                all.put(name + " rebalances", rebalances(name));
            }
        }
        return all;
    }

    private long rebalances(String name) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("logs").resolve(name + ".log"))) {
            return lines.filter(line -> line.contains(" reads [") || line.contains("to REBALANCING"))
                    .count();
        }
    }

    @Override
    public void close() {
        admin.close();
        groups.close();
        for (ChildProcess process : more) {
            try {
                process.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        chain.close();
        broker.close();
    }
}
