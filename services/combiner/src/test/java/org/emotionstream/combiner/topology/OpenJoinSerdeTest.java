package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.EmotionDistributions;
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
    void tracesAreWrittenWithTheirMessages() {
        OpenJoin join = new OpenJoin(
                Instant.ofEpochMilli(1_234_567_890_123L),
                List.of(Messages.of("a", 1, "model-2"), Messages.of("a", 1, "model-1")),
                List.of(
                        TraceHeaders.NONE,
                        new TraceHeaders("00-" + "ab".repeat(16) + "-" + "cd".repeat(8) + "-01", "k=v")));

        byte[] bytes = serde.serializer().serialize("store", join);
        assertThat(bytes[0]).isEqualTo((byte) 2);
        assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(join);
    }

    /** As the combiner before traces wrote them; and what has no trace is still written so. */
    @Test
    void entriesOfTheVersionBeforeAreRead() {
        OpenJoin join = new OpenJoin(Instant.ofEpochMilli(5), List.of(Messages.of("a", 1, "model-2")));
        byte[] message = new AvroMessages<>(EmotionDistributions.class)
                .write(join.arrived().get(0));
        byte[] before = ByteBuffer.allocate(13 + message.length)
                .put((byte) 1)
                .putLong(5)
                .putInt(message.length)
                .put(message)
                .array();

        assertThat(serde.deserializer().deserialize("store", before)).isEqualTo(join);
        assertThat(serde.serializer().serialize("store", join)).isEqualTo(before);
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = {3, 0, 0};
        assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                .hasMessageContaining("version 3, this combiner reads versions 1 and 2");
    }
}
