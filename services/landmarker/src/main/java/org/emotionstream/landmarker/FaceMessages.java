package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.landmarks.Face;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.StepStatus;

/** A face of the step as it goes over the wire. */
final class FaceMessages {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private FaceMessages() {}

    static FaceLandmarks of(Face face) {
        FaceLandmarks message = new FaceLandmarks();
        message.setBox(new Box(
                face.box().left(),
                face.box().top(),
                face.box().width(),
                face.box().height()));
        message.setScore(face.score());
        message.setTileLeft((float) face.area().left());
        message.setTileTop((float) face.area().top());
        message.setTileWidth((float) face.area().width());
        message.setTileHeight((float) face.area().height());
        if (face instanceof Face.Measured measured) {
            message.setStatus(StepStatus.ok);
            message.setTile(measured.tile().pixels());
            message.setPoints(ByteBuffer.wrap(measured.landmarks().toBytes()));
        } else {
            message.setStatus(StepStatus.failed);
            message.setReason(Limits.cut(((Face.Failed) face).reason(), Limits.REASON_LENGTH));
            message.setTile(NONE);
            message.setPoints(NONE);
        }
        return message;
    }
}
