package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartWaitTest {
    private final Logger logger = Logger.getLogger(StartWait.class.getName());
    private final Lines log = new Lines();
    private final List<String> health = new ArrayList<>();
    private final StartWait wait = new StartWait("featurizer", health::add);

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void restore() {
        logger.removeHandler(log);
    }

    @Test
    void warnsOncePerReasonAndTellsHealthEachTime() {
        KafkaException refused =
                new TopicAuthorizationException("Not authorized to access topics: [internal.releases]");
        wait.failed("cannot read which release is pinned", refused);
        wait.failed("cannot read which release is pinned", refused);
        wait.failed("cannot read which release is pinned", new TimeoutException("no answer"));

        assertThat(log.lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getLevel().intValue()).isEqualTo(Level.WARNING.intValue()));
        assertThat(log.lines.get(0).getThrown()).isSameAs(refused);
        assertThat(health)
                .containsExactly(
                        "cannot read which release is pinned: Not authorized to access topics: [internal.releases]",
                        "cannot read which release is pinned: Not authorized to access topics: [internal.releases]",
                        "cannot read which release is pinned: no answer");
    }

    @Test
    void doesNotWaitForAClassThatIsMissing() {
        KafkaException wrapped = new KafkaException(new NoClassDefFoundError("net/jpountz/lz4/LZ4Factory"));

        assertThatThrownBy(() -> wait.failed("cannot read", wrapped)).isSameAs(wrapped);
    }

    @Test
    void doesNotWaitForASettingThatIsWrong() {
        KafkaException wrapped = new KafkaException("Failed to construct", new ConfigException("compression.type"));

        assertThatThrownBy(() -> wait.failed("cannot read", wrapped)).isSameAs(wrapped);
    }

    private static final class Lines extends Handler {
        private final List<LogRecord> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
