package org.emotionstream.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    @Test
    void fieldsAreTheSameInEveryMessageOfTheChain() {
        Schema first = ImageLandmarks.getClassSchema();
        for (Schema schema : List.of(
                ImageFeatures.getClassSchema(),
                EmotionDistributions.getClassSchema(),
                ImageEmotions.getClassSchema())) {
            for (String field : Envelope.IMAGE_FIELDS) {
                assertThat(schema.getField(field))
                        .as(schema.getName() + "." + field)
                        .isEqualTo(first.getField(field));
            }
        }
    }

    @Test
    void carriesEveryField() {
        ImageLandmarks landmarks = new ImageLandmarks();
        landmarks.setImageId("camera-7/42");
        landmarks.setDigest(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        landmarks.setSourceId("camera-7");
        landmarks.setCapturedAt(Instant.ofEpochMilli(5));
        landmarks.setEnteredAt(Instant.ofEpochMilli(7));
        landmarks.setWidth(640);
        landmarks.setHeight(480);
        landmarks.setReleaseId("release");
        landmarks.setOmittedFaces(3);
        landmarks.setSmallestFace(63);

        ImageFeatures features = Envelope.carry(landmarks, new ImageFeatures());

        for (String field : Envelope.IMAGE_FIELDS) {
            assertThat(features.get(field))
                    .as(field)
                    .isEqualTo(landmarks.get(field))
                    .isNotNull();
        }
    }
}
