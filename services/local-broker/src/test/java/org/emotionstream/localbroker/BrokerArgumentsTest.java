package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerArgumentsTest {
    @Test
    void onlyTheDirectoryIsNeeded() {
        assertThat(BrokerArguments.parse(List.of("--data", "folder")))
                .isEqualTo(new BrokerArguments(
                        Path.of("folder"), Optional.empty(), List.of(), Duration.ofSeconds(8), false));
    }

    @Test
    void everyOptionCounts() {
        assertThat(BrokerArguments.parse(
                        List.of("--port", "9092", "--data", "folder", "--grace-seconds", "0", "--detached")))
                .isEqualTo(new BrokerArguments(Path.of("folder"), Optional.of(9092), List.of(), Duration.ZERO, true));
    }

    @Test
    void severalListenersInsteadOfAPort() {
        BrokerArguments arguments = BrokerArguments.parse(
                List.of("--data", "folder", "--listener", "9092=broker:9092", "--listener", "9094=127.0.0.1:19092"));

        assertThat(arguments.listeners())
                .containsExactly(new BrokerListener(9092, "broker:9092"), new BrokerListener(9094, "127.0.0.1:19092"));
        assertThatThrownBy(() -> BrokerArguments.parse(
                        List.of("--data", "folder", "--port", "9092", "--listener", "9092=broker:9092")))
                .hasMessageContaining("either --port or --listener");
        assertThatThrownBy(() -> BrokerArguments.parse(List.of("--data", "folder", "--listener", "broker:9092")))
                .hasMessage("--listener is PORT=HOST:PORT, for example 9092=broker:9092, not \"broker:9092\"");
    }

    @Test
    void wrongOnesAreNamed() {
        assertThatThrownBy(() -> BrokerArguments.parse(List.of("--port", "1")))
                .hasMessageContaining("--data is missing");
        assertThatThrownBy(() -> BrokerArguments.parse(List.of("--data", "folder", "--port", "70000")))
                .hasMessage("--port is a number from 0 to 65535, not \"70000\"");
        assertThatThrownBy(() -> BrokerArguments.parse(List.of("--data"))).hasMessageContaining("--data has no value");
        assertThatThrownBy(() -> BrokerArguments.parse(List.of("--Data"))).hasMessageContaining("unknown option");
    }
}
