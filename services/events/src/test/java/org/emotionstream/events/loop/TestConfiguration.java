package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.Limits;

/** A stage between {@code images.landmarks} and {@code images.features}, and its configuration. */
final class TestConfiguration {
    static final Duration GATHERING = Duration.ofMillis(40);

    private TestConfiguration() {}

    static ChainConfiguration of(String bootstrapServers, String prefix, String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("emotionstream.bootstrap-servers", bootstrapServers);
        settings.put("emotionstream.topic-prefix", prefix);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Settings.read(ChainConfiguration.class, settings);
    }

    /** A stage that reads {@code images.raw}, as the landmarker does. */
    static Stage rawStage(Topics topics, int threads, int batchRecords) {
        return new Stage(
                "test",
                topics.landmarkerGroup(),
                topics.imagesRaw(),
                Limits.RAW_RECORD_BYTES,
                List.of(topics.imagesLandmarks()),
                Limits.REJECTED_RECORD_BYTES,
                topics.quarantine(),
                threads,
                batchRecords,
                GATHERING);
    }

    static Stage stage(Topics topics, int threads, int batchRecords) {
        return new Stage(
                "test",
                topics.featurizerGroup(),
                topics.imagesLandmarks(),
                Limits.TILES_RECORD_BYTES,
                List.of(topics.imagesFeatures()),
                Limits.TILES_RECORD_BYTES,
                topics.quarantine(),
                threads,
                batchRecords,
                GATHERING);
    }
}
