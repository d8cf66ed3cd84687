package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    @TempDir
    private Path data;

    @Test
    void whatItHoldsSurvivesARestartOnTheSamePort() throws Exception {
        try (LocalBroker broker = LocalBroker.in(data).start()) {
            Records records = new Records(broker.bootstrapServers());
            records.createTopic();
            records.write("before");
            broker.stop();
            broker.start();
            records.write("after");
            assertThat(records.read(2)).containsExactly("before", "after");
        }
    }

    @Test
    void anotherBrokerOnTheSameDataFindsIt() throws Exception {
        try (LocalBroker broker = LocalBroker.in(data).start()) {
            Records records = new Records(broker.bootstrapServers());
            records.createTopic();
            records.write("before");
        }
        try (LocalBroker broker = LocalBroker.in(data).start()) {
            assertThat(new Records(broker.bootstrapServers()).read(1)).containsExactly("before");
        }
    }

    @Test
    void twoInOneJvmShareNothing() throws Exception {
        try (LocalBroker one = LocalBroker.temporary().start();
                LocalBroker other = LocalBroker.temporary().start()) {
            for (LocalBroker broker : new LocalBroker[] {one, other}) {
                Records records = new Records(broker.bootstrapServers());
                records.createTopic();
                records.write(broker.bootstrapServers());
                assertThat(records.read(1)).containsExactly(broker.bootstrapServers());
            }
        }
    }

    @Test
    void takesARecordOfTwentyMegabytes() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            Records records = new Records(broker.bootstrapServers());
            records.createTopic();
            records.write("x".repeat(20_000_000));
            assertThat(records.read(1)).singleElement().satisfies(text -> assertThat(text)
                    .hasSize(20_000_000));
        }
    }

    @Test
    void aPortInUseIsSaidBeforeKafkaEndsTheJvm() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                LocalBroker broker = LocalBroker.in(data, taken.getLocalPort())) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }
}
