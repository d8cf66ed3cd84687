package org.emotionstream.cli.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;

class AnswerTableTest {
    @Test
    void aLineAFace() {
        ImageEmotions image = Messages.emotions(
                "id",
                List.of(Messages.happy(10, 20, 80), Messages.unmeasurable(-3, 0, 90), Messages.notAFace(1, 1, 80)));

        List<String> lines = AnswerTable.lines(new PictureAnswer.Final(image), "a.jpg");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("a\\.jpg +1 +10,20 80 x 80 +emotion +happy +0\\.750");
        assertThat(lines.get(1)).matches("a\\.jpg +2 +-3,0 90 x 90 +unmeasurable +- +- +ratio-3");
        assertThat(lines.get(2)).matches("a\\.jpg +3 +1,1 80 x 80 +not a face +- +1\\.000");
    }

    @Test
    void aPictureWithoutAFaceHasALineToo() {
        assertThat(AnswerTable.lines(new PictureAnswer.Final(Messages.emotions("id", List.of())), "dogs.jpg"))
                .singleElement()
                .asString()
                .contains("dogs.jpg", "no face");
    }

    @Test
    void aPartialAnswerNamesItsModelsAndOmittedFacesAreCounted() {
        ImageEmotions image = Messages.emotions("id", List.of(Messages.happy(10, 20, 80)));
        image.setPartial(true);
        image.setModels(List.of("model-1", "model-3"));
        image.setOmittedFaces(36);

        assertThat(AnswerTable.lines(new PictureAnswer.Final(image), "crowd.jpg"))
                .anyMatch(line -> line.contains("partial") && line.contains("model-1, model-3"))
                .anyMatch(line -> line.contains("36 more faces"));
    }

    @Test
    void saysWhichFacesWereLookedForWhereNoneWasDetected() {
        ImageEmotions image = Messages.emotions("id", List.of());
        image.setSmallestFace(40);

        assertThat(AnswerTable.lines(new PictureAnswer.Final(image), "dogs.jpg", 40))
                .singleElement()
                .asString()
                .contains("nothing was detected; faces of 40 pixels and more were looked for");
    }

    @Test
    void saysWhichFacesWereLookedForWhereSmallerOnesWereWanted() {
        ImageEmotions image = Messages.emotions("id", List.of(Messages.happy(10, 20, 80)));
        image.setSmallestFace(63);

        assertThat(AnswerTable.lines(new PictureAnswer.Final(image), "phone.jpg", 40))
                .hasSize(2)
                .last()
                .asString()
                .matches("phone\\.jpg +- +- +searched +- +faces of 63 pixels and more were looked for");
        assertThat(AnswerTable.lines(new PictureAnswer.Final(image), "phone.jpg", 63))
                .hasSize(1);
    }

    @Test
    void aRejectedPictureSaysWhy() {
        assertThat(AnswerTable.lines(new PictureAnswer.Rejected("id", "", "empty", "it has no bytes"), "e.jpg"))
                .singleElement()
                .asString()
                .contains("e.jpg", "rejected", "empty: it has no bytes");
    }
}
