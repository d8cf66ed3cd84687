package org.emotionstream.cli.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.broker.BrokerProblem;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
    private static final BrokerProblem REFUSED = new BrokerProblem(
            BrokerProblem.Kind.UNREACHABLE, "no Kafka broker answers at b:1: connection refused", "connection refused");

    private long nanos;
    private Optional<BrokerProblem> problem = Optional.empty();
    private final BrokerWatch watch = new BrokerWatch("b:1", () -> problem, () -> nanos);

    @Test
    void tellsThatABrokerIsGoneAfterTwoLooksThatAreTwoSecondsApart() {
        problem = Optional.of(REFUSED);

        assertThat(afterSeconds(1)).isEmpty();
        assertThat(afterSeconds(2)).isEmpty();
        assertThat(afterSeconds(3)).isEmpty();
        assertThat(afterSeconds(4)).contains("the broker at b:1 is gone: connection refused");
    }

    @Test
    void tellsThatItIsBack() {
        problem = Optional.of(REFUSED);
        afterSeconds(2);
        afterSeconds(4);
        problem = Optional.empty();

        assertThat(afterSeconds(5)).isPresent();
        assertThat(afterSeconds(6)).isEmpty();
    }

    @Test
    void doesNotLookWhileSomethingComes() {
        problem = Optional.of(REFUSED);
        for (int second = 1; second < 10; second++) {
            nanos = Duration.ofSeconds(second).toNanos();
            watch.heard();
            assertThat(watch.silent()).isEmpty();
        }
    }

    @Test
    void endsAReaderWhoseBrokerIsGone() throws IOException {
        String closed = closedPort();
        TopicPartition partition = new TopicPartition("images.taken", 0);
        try (CommittedReader<byte[]> reader = reader(closed, partition)) {
            Instant begun = Instant.now();

            assertThatThrownBy(() -> reader.read(Map.of(partition, 5L), Map.of(partition, 9L), record -> {}))
                    .isInstanceOfSatisfying(CommandException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCodes.SERVICE))
                    .hasMessage("the broker at " + closed + " is gone: connection refused");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void endsTheSearchForTheOldestRecordToo() throws IOException {
        String closed = closedPort();
        try (CommittedReader<byte[]> reader = reader(closed, new TopicPartition("images.taken", 0))) {
            assertThatThrownBy(() -> reader.keptSince("images.taken", Instant.now()))
                    .hasMessageContaining("the broker at " + closed + " is gone");
        }
    }

    private Optional<String> afterSeconds(int seconds) {
        nanos = Duration.ofSeconds(seconds).toNanos();
        return watch.silent();
    }

    /** A reader whose broker gave offsets, and gives no records. */
    private static CommittedReader<byte[]> reader(String bootstrapServers, TopicPartition partition) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Node[] nodes = {};
        consumer.updatePartitions(
                partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, Node.noNode(), nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(partition, 5L));
        consumer.updateEndOffsets(Map.of(partition, 9L));
        return new CommittedReader<>(consumer, ClientSettings.of(bootstrapServers), line -> {});
    }

    private static String closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + server.getLocalPort();
        }
    }
}
