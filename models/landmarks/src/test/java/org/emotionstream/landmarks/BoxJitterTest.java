package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.Test;

class BoxJitterTest {
    private static final BoundingBox BOX = new BoundingBox(10, 20, 100, 50);

    @Test
    void leavesTheBoxAsItIsWhenThereIsNone() {
        assertThat(BoxJitter.NONE.apply(BOX)).isEqualTo(BOX);
    }

    @Test
    void scalesAroundTheCentreAndMovesByShares() {
        assertThat(new BoxJitter(1.2, 0, 0).apply(BOX)).isEqualTo(new BoundingBox(0, 15, 120, 60));
        assertThat(new BoxJitter(1, 0.1, -0.2).apply(BOX)).isEqualTo(new BoundingBox(20, 10, 100, 50));
    }

    @Test
    void refusesAnImpossibleScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoxJitter(0, 0, 0))
                .withMessageContaining("above 0");
    }

    @Test
    void cutsAnotherTileAndPlacesTheLandmarksAnew() throws IOException {
        ByteBuffer photograph = ByteBuffer.wrap(Encoded.photograph("Tom_Cruise_avp_2014_4.jpg"));
        Face.Measured found = face(photograph, BoxJitter.NONE);
        Face.Measured larger = face(photograph, new BoxJitter(1.2, 0, 0));
        assertThat(larger.box().width()).isEqualTo((int) Math.round(found.box().width() * 1.2));
        assertThat(larger.tile()).isNotEqualTo(found.tile());
        // The same nose, 1.2 times as close to the centre of the tile.
        assertThat(larger.landmarks().y(30) - 50)
                .isCloseTo((int) ((found.landmarks().y(30) - 50) / 1.2), org.assertj.core.data.Offset.offset(4));
    }

    private static Face.Measured face(ByteBuffer photograph, BoxJitter jitter) {
        return (Face.Measured)
                ((Decoded) Models.step().apply(photograph, jitter)).faces().get(0);
    }
}
