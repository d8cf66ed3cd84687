package org.emotionstream.cli.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Printable;
import org.emotionstream.schemas.ImageEmotions;

/** An answer as lines for people: one a face. */
public final class AnswerTable {
    private static final String ROW = "%-28s %4s  %-22s %-13s %-9s %s";

    private AnswerTable() {}

    /** The names of the columns. */
    public static String header() {
        return row("picture", "face", "left,top width x height", "status", "emotion", "confidence");
    }

    /**
     * At least one line.
     *
     * @param name of the picture
     */
    public static List<String> lines(Answer answer, String name) {
        if (answer instanceof Answer.Rejected rejected) {
            return List.of(row(name, "-", "-", "rejected", "-", rejected.reason() + ": " + rejected.message()));
        }
        ImageEmotions image = ((Answer.Final) answer).emotions();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < image.getFaces().size(); i++) {
            lines.add(face(name, i + 1, FaceAnswer.of(image.getFaces().get(i))));
        }
        if (lines.isEmpty()) {
            lines.add(row(name, "-", "-", "no face", "-", "nothing was detected"));
        }
        if (image.getOmittedFaces() > 0) {
            lines.add(row(name, "-", "-", "omitted", "-", image.getOmittedFaces() + " more faces, beyond the limit"));
        }
        if (image.getPartial()) {
            lines.add(row(name, "-", "-", "partial", "-", "answered by " + String.join(", ", image.getModels())));
        }
        return lines;
    }

    private static String face(String name, int number, FaceAnswer face) {
        BoundingBox box = face.box();
        String where = String.format(Locale.ROOT, "%d,%d %d x %d", box.left(), box.top(), box.width(), box.height());
        String emotion = face.emotion().map(Emotion::label).orElse("-");
        String confidence = face.distribution()
                .map(distribution -> String.format(Locale.ROOT, "%.3f", distribution.confidence()))
                .orElse("-");
        return row(
                name,
                Integer.toString(number),
                where,
                face.statusInWords(),
                emotion,
                (confidence + "  " + face.reason()).strip());
    }

    private static String row(String name, String number, String where, String status, String emotion, String rest) {
        return String.format(Locale.ROOT, ROW, Printable.of(name), number, where, status, emotion, rest);
    }
}
