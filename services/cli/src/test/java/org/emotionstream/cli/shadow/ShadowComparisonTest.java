package org.emotionstream.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.cli.terminal.Json;
import org.emotionstream.schemas.Emotion;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {
    private final ShadowComparison comparison = new ShadowComparison();

    @Test
    void whatAgreesIsCountedAndChangesNothing() {
        comparison.shadow(shadow("one", Messages.happy(10, 10, 100)));
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        ShadowReport report = comparison.report();
        assertThat(report.images()).isEqualTo(1);
        assertThat(report.all()).isEqualTo(new FaceTally(1, 0, 1, 0));
        assertThat(report.largest()).isEmpty();
        assertThat(report.servingReleases()).containsExactly("old");
        assertThat(report.shadowReleases()).containsExactly("new");
    }

    @Test
    void anotherEmotionIsADisagreementWithItsPlaceInEveryTable() {
        FaceEmotion sad = face(Emotion.sad, 0, 0.25f, 0.75f);
        comparison.shadow(shadow("one", sad));
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        ShadowReport report = comparison.report();

        assertThat(report.all().differ()).isEqualTo(1);
        // Served neutral .25, happy .75; the shadow happy .25, sad .75: three quarters have moved.
        assertThat(report.all().meanChange()).isCloseTo(0.75, within(1e-6));
        assertThat(report.outcomes().get("happy")).containsEntry("sad", 1L);
        assertThat(report.groups().get("source").get("camera-7").differ()).isEqualTo(1);
        assertThat(report.groups().get("face size")).containsOnlyKeys("below 120 px");
        assertThat(report.groups().get("confidence served")).containsOnlyKeys("from 0.7");
        assertThat(report.largest()).singleElement().satisfies(one -> {
            assertThat(one.imageId()).isEqualTo("one");
            assertThat(one.place()).isEqualTo("10,10");
            assertThat(one.serving()).isEqualTo("happy");
            assertThat(one.shadow()).isEqualTo("sad");
        });
    }

    @Test
    void facesBelongTogetherByTheirPlaceNotByTheirOrder() {
        FaceEmotion left = Messages.happy(10, 10, 100);
        FaceEmotion right = Messages.notAFace(300, 10, 100);
        comparison.shadow(shadow("one", Messages.notAFace(305, 12, 100), Messages.happy(12, 10, 100)));
        comparison.serving(serving("one", left, right));

        assertThat(comparison.report().all()).isEqualTo(new FaceTally(2, 0, 2, 0));
    }

    @Test
    void facesThatOnlyOneHasFoundAreCounted() {
        comparison.shadow(shadow("one", Messages.happy(10, 10, 100), Messages.happy(400, 10, 60)));
        comparison.serving(serving("one", Messages.happy(70, 10, 100)));

        ShadowReport report = comparison.report();
        assertThat(report.all().faces()).isZero();
        assertThat(report.servingFaces()).isEqualTo(1);
        assertThat(report.shadowFaces()).isEqualTo(2);
    }

    @Test
    void theSameIdWithAnotherPictureIsAnotherImage() {
        ImageEmotions other = shadow("one", Messages.happy(10, 10, 100));
        other.setDigest(ByteBuffer.wrap(new byte[] {9}));
        comparison.shadow(other);
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        ShadowReport report = comparison.report();
        assertThat(report.images()).isZero();
        assertThat(report.onlyServing()).isEqualTo(1);
        assertThat(report.onlyShadow()).isEqualTo(1);
    }

    @Test
    void whatWasServedBeforeTheShadowBeganIsNotMissing() {
        comparison.shadow(shadow("one"));
        ImageEmotions earlier = serving("earlier");
        earlier.setEnteredAt(Instant.EPOCH);
        comparison.serving(earlier);
        comparison.serving(serving("missed"));

        assertThat(comparison.report().onlyServing()).isEqualTo(1);
    }

    @Test
    void whatOneAnsweredWithoutAllNetworksIsNotTheReleasesDoing() {
        ImageEmotions partial = shadow("one", face(Emotion.sad, 0, 0, 1));
        partial.setPartial(true);
        comparison.shadow(partial);
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        assertThat(comparison.report().partial()).isEqualTo(1);
        assertThat(comparison.report().all().faces()).isZero();
    }

    @Test
    void aFaceThatOnlyOneCouldMeasureDiffersMost() {
        comparison.shadow(shadow("one", Messages.unmeasurable(10, 10, 100)));
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        ShadowReport report = comparison.report();
        assertThat(report.all()).isEqualTo(new FaceTally(1, 1, 0, 0));
        assertThat(report.largest().get(0).change()).isEqualTo(1);
    }

    @Test
    void theReportIsToldInLinesAndInJson() {
        comparison.shadow(shadow("one", face(Emotion.sad, 0, 0.25f, 0.75f)));
        comparison.serving(serving("one", Messages.happy(10, 10, 100)));

        assertThat(ShadowReportText.lines(comparison.report()))
                .contains(
                        "served with old; shadow new",
                        "another emotion or status 1 (100.0 %); mean change of probabilities 0.7500")
                .anySatisfy(line -> assertThat(line).contains("one  10,10  happy -> sad  0.7500"));
        assertThat(Json.line(comparison.report()))
                .containsSubsequence(
                        "{\"servingReleases\":[\"old\"],\"shadowReleases\":[\"new\"],",
                        "\"partial\":0,\"onlyServing\":0,\"onlyShadow\":0,\"servingFaces\":0,\"shadowFaces\":0,",
                        "\"faces\":{\"faces\":1,\"differ\":1,\"differing\":1.0,\"meanChange\":0.75},\"outcomes\":",
                        "\"by\":{",
                        "\"largest\":[{\"imageId\":\"one\",")
                .contains("\"images\":1")
                .contains("\"outcomes\":{\"happy\":{\"sad\":1}}");
    }

    private static FaceEmotion face(Emotion emotion, float... probabilities) {
        FaceEmotion face = Messages.happy(10, 10, 100);
        ByteBuffer packed = ByteBuffer.allocate(36);
        for (float probability : probabilities) {
            packed.putFloat(probability);
        }
        face.setStatus(FaceStatus.emotion);
        face.setEmotion(emotion);
        face.setProbabilities(packed.rewind());
        return face;
    }

    private static ImageEmotions serving(String id, FaceEmotion... faces) {
        ImageEmotions image = Messages.emotions(id, List.of(faces));
        image.setReleaseId("old");
        return image;
    }

    private static ImageEmotions shadow(String id, FaceEmotion... faces) {
        ImageEmotions image = Messages.emotions(id, List.of(faces));
        image.setReleaseId("new");
        return image;
    }
}
