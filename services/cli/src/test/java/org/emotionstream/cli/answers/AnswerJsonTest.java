package org.emotionstream.cli.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    @Test
    void aFinalAnswerHasTheNamesOfTheSchema() throws Exception {
        JsonNode json = json(new PictureAnswer.Final(Messages.emotions("id-1", List.of(Messages.happy(10, 20, 80)))));

        assertThat(json.get("picture").asText()).isEqualTo("folder/a.jpg");
        assertThat(json.get("imageId").asText()).isEqualTo("id-1");
        assertThat(json.get("digest").asText()).isEqualTo("0102ff");
        assertThat(json.get("sourceId").asText()).isEqualTo("camera-7");
        assertThat(json.get("capturedAt").isNull()).isTrue();
        assertThat(json.get("enteredAt").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(json.get("completedAt").asText()).isEqualTo("2026-01-02T03:04:05.928Z");
        assertThat(json.get("width").asInt()).isEqualTo(640);
        assertThat(json.get("status").asText()).isEqualTo("faces");
        assertThat(json.get("partial").asBoolean()).isFalse();
        assertThat(json.get("models")).hasSize(4);
    }

    @Test
    void theSmallestFaceLookedForIsANumberOrNullWhereTheLandmarkerDidNotSay() throws Exception {
        ImageEmotions image = Messages.emotions("id-1", List.of());
        PictureAnswer.Final answer = new PictureAnswer.Final(image);

        assertThat(json(answer).get("smallestFace").isNull()).isTrue();
        assertThat(AnswerTable.lines(answer, "a.jpg")).noneMatch(line -> line.contains("looked for"));

        image.setSmallestFace(63);

        assertThat(json(answer).get("smallestFace").asInt()).isEqualTo(63);
        assertThat(AnswerTable.lines(answer, "a.jpg")).anyMatch(line -> line.contains("faces of 63 pixels"));
    }

    @Test
    void aCaptureTimeThatIsNoRfc3339IsNull() throws Exception {
        for (long millis : new long[] {1_795_935_229_402_000L, Long.MAX_VALUE, Long.MIN_VALUE, -62_135_596_800_001L}) {
            ImageEmotions emotions = Messages.emotions("id-1", List.of());
            emotions.setCapturedAt(Instant.ofEpochMilli(millis));

            assertThat(json(new PictureAnswer.Final(emotions)).get("capturedAt").isNull())
                    .as("%d ms", millis)
                    .isTrue();
        }
        ImageEmotions emotions = Messages.emotions("id-1", List.of());
        emotions.setCapturedAt(Instant.ofEpochMilli(253_402_300_799_999L));
        assertThat(json(new PictureAnswer.Final(emotions)).get("capturedAt").asText())
                .isEqualTo("9999-12-31T23:59:59.999Z");
    }

    @Test
    void aFaceHasItsProbabilitiesByTheNameOfTheClass() throws Exception {
        JsonNode face = json(new PictureAnswer.Final(Messages.emotions("id-1", List.of(Messages.happy(10, 20, 80)))))
                .get("faces")
                .get(0);

        assertThat(face.get("box").toString()).isEqualTo("{\"left\":10,\"top\":20,\"width\":80,\"height\":80}");
        assertThat(face.get("status").asText()).isEqualTo("emotion");
        assertThat(face.get("emotion").asText()).isEqualTo("happy");
        assertThat(face.get("confidence").asDouble()).isEqualTo(0.75);
        assertThat(face.get("margin").asDouble()).isEqualTo(0.5);
        assertThat(face.get("probabilities").fieldNames())
                .toIterable()
                .containsExactly(
                        "neutral", "happy", "sad", "surprise", "fear", "disgust", "anger", "contempt", "no-face");
        assertThat(face.get("probabilities").get("happy").asDouble()).isEqualTo(0.75);
    }

    @Test
    void aFaceWithoutAnEmotionSaysWhy() throws Exception {
        JsonNode face = json(new PictureAnswer.Final(
                        Messages.emotions("id-1", List.of(Messages.unmeasurable(0, 0, 90)))))
                .get("faces")
                .get(0);

        assertThat(face.get("status").asText()).isEqualTo("unmeasurable");
        assertThat(face.get("reason").asText()).isEqualTo("ratio-3");
        assertThat(face.get("emotion").isNull()).isTrue();
        assertThat(face.get("probabilities").isEmpty()).isTrue();
    }

    @Test
    void aRejectedPictureIsAnObjectToo() throws Exception {
        JsonNode json =
                json(new PictureAnswer.Rejected("id-2", "b.jpg", "not_a_picture", "the first bytes are <html>"));

        assertThat(json.toString())
                .isEqualTo("{\"picture\":\"folder/a.jpg\",\"imageId\":\"id-2\",\"sourceId\":\"b.jpg\","
                        + "\"status\":\"rejected\",\"reason\":\"not_a_picture\","
                        + "\"message\":\"the first bytes are <html>\"}");
    }

    @Test
    void itIsOneLine() {
        String line = AnswerJson.of(new PictureAnswer.Rejected("id", "", "bad", "two\nlines"), Optional.empty());

        assertThat(line.lines()).hasSize(1);
    }

    private static JsonNode json(PictureAnswer answer) throws Exception {
        return new ObjectMapper().readTree(AnswerJson.of(answer, Optional.of(Path.of("folder/a.jpg"))));
    }
}
