package org.emotionstream.cli.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.emotionstream.cli.terminal.Json;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;

/**
 * An answer as one line of JSON, under the names of the schema {@code ImageEmotions}: bytes in hexadecimal,
 * times as ISO 8601 in UTC, probabilities by the name of the class. A rejected picture has the status
 * {@code rejected}, with {@code reason} and {@code message}.
 */
public final class AnswerJson {

    private AnswerJson() {}

    /**
     * @param picture the file that was sent, where it is known; becomes {@code picture}
     */
    public static String of(PictureAnswer answer, Optional<Path> picture) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        picture.ifPresent(file -> node.put("picture", file.toString()));
        if (answer instanceof PictureAnswer.Final whole) {
            image(node, whole.emotions());
        } else if (answer instanceof PictureAnswer.Rejected rejected) {
            node.put("imageId", rejected.imageId());
            node.put("sourceId", rejected.source().isEmpty() ? null : rejected.source());
            node.put("status", "rejected");
            node.put("reason", rejected.reason());
            node.put("message", rejected.message());
        }
        return Json.line(node);
    }

    private static void image(ObjectNode node, ImageEmotions image) {
        node.put("imageId", image.getImageId());
        node.put(
                "digest",
                ImageIdentity.of(image.getImageId(), image.getDigest()).digest());
        node.put("sourceId", image.getSourceId());
        node.put(
                "capturedAt",
                Optional.ofNullable(image.getCapturedAt())
                        .filter(AnswerJson::isRfc3339)
                        .map(Instant::toString)
                        .orElse(null));
        node.put("enteredAt", image.getEnteredAt().toString());
        node.put("width", image.getWidth());
        node.put("height", image.getHeight());
        node.put("releaseId", image.getReleaseId());
        node.put("omittedFaces", image.getOmittedFaces());
        node.put("smallestFace", image.getSmallestFace());
        node.put("status", image.getStatus().name());
        node.put("partial", image.getPartial());
        ArrayNode models = node.putArray("models");
        image.getModels().forEach(models::add);
        node.put("revision", image.getRevision());
        node.put("completedAt", image.getCompletedAt().toString());
        ArrayNode faces = node.putArray("faces");
        image.getFaces().forEach(face -> face(faces.addObject(), face));
    }

    /** Landmarkers before version 0.2 handed on any number of milliseconds; RFC 3339 has years of four digits. */
    private static boolean isRfc3339(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    private static void face(ObjectNode node, FaceEmotion face) {
        ObjectNode box = node.putObject("box");
        box.put("left", face.getBox().getLeft());
        box.put("top", face.getBox().getTop());
        box.put("width", face.getBox().getWidth());
        box.put("height", face.getBox().getHeight());
        node.put("score", face.getScore());
        node.put("status", face.getStatus().name());
        node.put("reason", face.getReason());
        node.put("emotion", FaceAnswer.of(face).emotion().map(Emotion::label).orElse(null));
        node.put("confidence", face.getConfidence());
        node.put("margin", face.getMargin());
        ObjectNode probabilities = node.putObject("probabilities");
        FaceAnswer.of(face).distribution().ifPresent(distribution -> put(probabilities, distribution));
    }

    private static void put(ObjectNode node, EmotionDistribution distribution) {
        for (Emotion emotion : Emotion.values()) {
            node.put(emotion.label(), distribution.probability(emotion));
        }
    }
}
