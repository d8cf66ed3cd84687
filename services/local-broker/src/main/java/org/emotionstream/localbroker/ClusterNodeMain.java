package org.emotionstream.localbroker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One node of a cluster as a process of its own, for tests that kill and freeze nodes. Arguments, in this
 * order: the directory of its data, its id, the {@linkplain ClusterNode#text(List) nodes}, the cluster's id in
 * Kafka's base64, and how many seconds it goes on after its launcher has gone.
 *
 * <p>Prints {@code ready} once it has joined. Exit codes as those of {@link LocalBrokerMain}.
 */
public final class ClusterNodeMain {
    private static final int WORDS = 5;

    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private ClusterNodeMain() {}

    /** See the class. */
    public static void main(String[] words) throws IOException, InterruptedException {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ALL_LOGGERS.setLevel(Level.WARNING);
        try {
            if (words.length != WORDS) {
                throw new IllegalArgumentException("usage: DATA ID NODES CLUSTER_ID GRACE_SECONDS");
            }
            Path data = Path.of(words[0]);
            int id = Integer.parseInt(words[1]);
            LocalBroker.format(data, words[3], id, List.of());
            KafkaRaftServer server = start(data, id, ClusterNode.parse(words[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-node"));
        } catch (RuntimeException e) {
            ALL_LOGGERS.log(Level.SEVERE, "the node does not start", e);
            System.exit(e instanceof IllegalArgumentException ? 2 : 1);
        }
        System.out.println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        TimeUnit.SECONDS.sleep(Long.parseLong(words[4]));
        System.exit(0);
    }

    private static KafkaRaftServer start(Path data, int id, List<ClusterNode> nodes) {
        Map<?, ?> settings = ClusterSettings.of(data, id, nodes);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }
}
