package org.emotionstream.events.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:9092, localhost, 9092",
        "' broker-1.example:1 ', broker-1.example, 1",
        "127.0.0.1:65535, 127.0.0.1, 65535",
        "[::1]:9092, ::1, 9092",
        "::1:9092, ::1, 9092",
        "[fe80::1%lo]:9092, fe80::1%lo, 9092",
        "PLAINTEXT://broker:9092, broker, 9092",
        "SASL_SSL://[::1]:9092, ::1, 9092",
        "under_score:9092, under_score, 9092"
    })
    void takesWhatKafkaTakes(String text, String host, int port) {
        assertThat(BrokerAddress.parse(text)).isEqualTo(new BrokerAddress(host, port));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, no port",
        "localhost:, no port",
        "[::1], no port",
        ":9092, no host",
        "localhost:99999, a port is 1 to 65535",
        "localhost:0, a port is 1 to 65535",
        "localhost:-1, the port \"-1\"",
        "localhost:kafka, the port \"kafka\"",
        "localhost:99999999999999999999, the port",
        "http://localhost:9092, http://",
        "https://localhost:9092, https://",
        "kafka://localhost:9092, kafka://",
        "two words:9092, characters that no name has",
        "'', no port"
    })
    void saysWhatWasExpectedAndWhatWasFound(String text, String found) {
        assertThatThrownBy(() -> BrokerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no Kafka address")
                .hasMessageContaining(found);
    }

    @Test
    void refusesAListWithoutAnAddress() {
        assertThatThrownBy(() -> BrokerAddress.parseAll(" ")).hasMessageContaining("HOST:PORT, found nothing");
        assertThatThrownBy(() -> BrokerAddress.parseAll("a:1,,b:2")).hasMessageContaining("is no Kafka address");
    }

    @Test
    void writesAnIpv6AddressInBrackets() {
        assertThat(BrokerAddress.parseAll("a:1, ::1:2")).asString().isEqualTo("[a:1, [::1]:2]");
    }
}
