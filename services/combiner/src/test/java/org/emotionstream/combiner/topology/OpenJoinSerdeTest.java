package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.Schemas;
import org.junit.jupiter.api.Test;

class OpenJoinSerdeTest {
    private final OpenJoinSerde serde = new OpenJoinSerde(Schemas.none());

    @Test
    void whatIsWrittenIsRead() {
        OpenJoin join = new OpenJoin(
                Instant.ofEpochMilli(1_234_567_890_123L),
                List.of(
                        Messages.of("a", 1, "model-2", Messages.face(10, Emotion.FEAR, 0.4)),
                        Messages.of("a", 1, "model-1", Messages.unmeasurable(10, "angle 7"))));

        assertThat(serde.deserializer().deserialize("store", serde.serializer().serialize("store", join)))
                .isEqualTo(join);
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = {2, 0, 0};
        assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                .hasMessageContaining("version 2, this combiner reads version 1");
    }
}
