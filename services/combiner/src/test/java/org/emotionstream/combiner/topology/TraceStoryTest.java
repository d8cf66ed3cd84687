package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.schemas.EmotionDistributions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Four branches of one trace, and the one span in which they meet. */
class TraceStoryTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @TempDir
    private Path folder;

    private Story story;

    @BeforeEach
    void begin() throws IOException {
        story = new Story(
                folder, 1, Tracing.with("combiner", TELEMETRY.getOpenTelemetry().getTracer("test")));
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void theAnswerIsASpanOfTheImagesTraceThatLinksAllFour() {
        arrives("a", 1);
        story.passes(Duration.ofSeconds(2));
        arrives("a", 4);
        arrives("a", 2);
        assertThat(TELEMETRY.getSpans()).as("no answer, no span").isEmpty();
        arrives("a", 3);

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("join complete");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getStartEpochNanos())
                .as("when the first network answered")
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(Messages.ENTERED.toEpochMilli()));
        assertThat(span.getParentSpanId()).as("what it had waited for").isEqualTo(spanId(3));
        assertThat(span.getLinks())
                .extracting(LinkData::getSpanContext)
                .allSatisfy(linked -> assertThat(linked.getTraceId()).isEqualTo(TRACE))
                .extracting(linked -> linked.getSpanId())
                .containsExactly(spanId(1), spanId(2), spanId(3), spanId(4));
        assertThat(text(span, "emotionstream.image.id")).isEqualTo("a");
        assertThat(text(span, "emotionstream.outcome")).isEqualTo("complete");
        assertThat(text(span, "emotionstream.release")).isEqualTo(Messages.RELEASE);
        assertThat(text(span, "messaging.destination.name")).isEqualTo("emotions.model-3");
        assertThat(story.answerHeaders()).singleElement().satisfies(headers -> assertThat(traceparent(headers))
                .isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01"));
    }

    @Test
    void aPartialAnswerLinksThoseThatCameAndItsAmendmentAllSoFar() {
        arrives("a", 2);
        arrives("a", 1);
        story.passes(Story.DEADLINE).passes(Duration.ofSeconds(1));

        SpanData partial = onlySpan();
        assertThat(partial.getName()).isEqualTo("join partial");
        assertThat(partial.getParentSpanId()).as("the last that came").isEqualTo(spanId(1));
        assertThat(links(partial)).containsExactly(spanId(1), spanId(2));

        TELEMETRY.clearSpans();
        arrives("a", 4);
        SpanData amended = onlySpan();
        assertThat(amended.getName()).isEqualTo("join amended");
        assertThat(amended.getParentSpanId()).isEqualTo(spanId(4));
        assertThat(links(amended)).containsExactly(spanId(1), spanId(2), spanId(4));
    }

    @Test
    void aDuplicateIsNoSpan() {
        for (int model = 1; model <= 4; model++) {
            arrives("a", model);
        }
        TELEMETRY.clearSpans();
        arrives("a", 2);
        assertThat(TELEMETRY.getSpans()).isEmpty();
    }

    @Test
    void branchesThatCameWithoutATraceAreNoLinks() {
        arrives("a", 1);
        story.arrives(message("a", 2), new RecordHeaders()).arrives(message("a", 3), new RecordHeaders());
        arrives("a", 4);
        assertThat(links(onlySpan())).containsExactly(spanId(1), spanId(4));
    }

    @Test
    void neverTheSource() {
        for (int model = 1; model <= 4; model++) {
            arrives("a", model);
        }
        assertThat(onlySpan().toString()).doesNotContain("camera-7");
    }

    private void arrives(String imageId, int model) {
        Headers headers = new RecordHeaders();
        headers.add("traceparent", ("00-" + TRACE + "-" + spanId(model) + "-01").getBytes(StandardCharsets.UTF_8));
        story.arrives(message(imageId, model), headers);
    }

    private static EmotionDistributions message(String imageId, int model) {
        return Messages.of(imageId, 1, "model-" + model, Messages.face(10, Emotion.HAPPY, 0.9));
    }

    private static String spanId(int model) {
        return "00f067aa0ba9020" + model;
    }

    private static SpanData onlySpan() {
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        return TELEMETRY.getSpans().get(0);
    }

    private static List<String> links(SpanData span) {
        return span.getLinks().stream()
                .map(link -> link.getSpanContext().getSpanId())
                .toList();
    }

    private static String text(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    private static String traceparent(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }
}
