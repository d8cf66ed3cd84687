package org.emotionstream.combiner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.TestBroker;

/** Settings as a process would read them, but for these. */
final class TestSettings {
    static final int PARTITIONS = 3;

    private TestSettings() {}

    static ChainConfiguration chain(TestBroker broker, Path releases) {
        return Settings.read(ChainConfiguration.class, chainKeys(broker, releases));
    }

    static CombinerConfiguration combiner(Path state, Duration deadline) {
        return Settings.read(CombinerConfiguration.class, combinerKeys(state, deadline));
    }

    static Map<String, String> chainKeys(TestBroker broker, Path releases) {
        return Map.of(
                "emotionstream.bootstrap-servers",
                broker.bootstrapServers(),
                "emotionstream.topic-prefix",
                broker.topics().prefix(),
                "emotionstream.topic-partitions",
                Integer.toString(PARTITIONS),
                "emotionstream.instance-id",
                "combiner-1",
                "emotionstream.releases",
                releases.toString());
    }

    static Map<String, String> combinerKeys(Path state, Duration deadline) {
        return Map.of("combiner.state-directory", state.toString(), "combiner.deadline", deadline.toString());
    }
}
