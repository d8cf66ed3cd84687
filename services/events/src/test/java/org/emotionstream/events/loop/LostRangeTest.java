package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LostRangeTest {
    private static final TopicPartition PARTITION = new TopicPartition("images.raw", 2);

    @Test
    void namesTopicPartitionAndOffset() {
        assertThat(LostRange.report("landmarker", new OffsetOutOfRangeException(Map.of(PARTITION, 17L))))
                .hasMessageContaining("group landmarker")
                .hasMessageContaining("topic images.raw partition 2 offset 17")
                .hasMessageEndingWith("run ./emotionstream topics --skip-lost");
    }

    @Test
    void namesThePartitionWithoutOffset() {
        assertThat(LostRange.report("landmarker", new NoOffsetForPartitionException(Set.of(PARTITION))))
                .hasMessageContaining("group landmarker")
                .hasMessageContaining("topic images.raw partition 2")
                .hasMessageEndingWith("run ./emotionstream topics");
    }
}
