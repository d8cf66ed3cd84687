package org.emotionstream.events.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.BootstrapConfiguration;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.memory.MemoryPool;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.ChannelBuilder;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;
import org.emotionstream.events.configuration.BrokerAddress;

/**
 * One connection to one address of the brokers, as Kafka's own clients make it, with their TLS and their users. It
 * takes no answer of more than 16 MiB, where the public clients take any; so it is put together from their parts.
 */
final class KafkaSession implements AutoCloseable {
    private static final int ANSWER_BYTES = 16 << 20;
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int NODE = -1;

    private final Metrics metrics = new Metrics();
    private final int millis;
    private final Node node;
    private final NetworkClient client;

    /**
     * @param settings of a client
     * @param ip that takes connections
     * @param millis to wait for the connection with all that belongs to it, and for each answer
     * @throws org.apache.kafka.common.KafkaException when a setting is wrong
     */
    KafkaSession(Map<String, Object> settings, BrokerAddress address, InetAddress ip, int millis) {
        this.millis = millis;
        this.node = new Node(NODE, address.host(), address.port());
        LogContext log = new LogContext("[probe] ");
        ChannelBuilder channels = ClientUtils.createChannelBuilder(new AdminClientConfig(settings), Time.SYSTEM, log);
        Selector selector = new Selector(
                ANSWER_BYTES,
                2L * millis,
                metrics,
                Time.SYSTEM,
                "probe",
                Map.of(),
                false,
                false,
                channels,
                MemoryPool.NONE,
                log);
        ManualMetadataUpdater metadata = new ManualMetadataUpdater(List.of(node));
        this.client = new NetworkClient(
                metadata,
                null,
                selector,
                "emotionstream-probe",
                1,
                millis,
                millis,
                BUFFER_BYTES,
                BUFFER_BYTES,
                millis,
                millis,
                millis,
                Time.SYSTEM,
                true,
                new ApiVersions(),
                null,
                log,
                host -> new InetAddress[] {ip},
                null,
                Long.MAX_VALUE,
                MetadataRecoveryStrategy.NONE,
                BootstrapConfiguration.DISABLED,
                false);
    }

    /**
     * Connects, and lets itself be let in.
     *
     * @throws org.apache.kafka.common.errors.AuthenticationException when TLS or the user are refused
     * @throws TimeoutException when this takes too long
     * @throws IOException when the connection is closed
     */
    void connect() throws IOException {
        if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, millis)) {
            throw new TimeoutException("no answer in " + millis / 1000 + " s");
        }
    }

    /**
     * The brokers as they tell clients to connect to, and what they know of these topics.
     *
     * @throws IOException when the connection is closed
     */
    MetadataResponse metadata(List<String> topics) throws IOException {
        long now = Time.SYSTEM.milliseconds();
        ClientRequest request = client.newClientRequest(
                node.idString(), new MetadataRequest.Builder(topics, false), now, true, millis, null);
        return (MetadataResponse)
                NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM).responseBody();
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }
}
