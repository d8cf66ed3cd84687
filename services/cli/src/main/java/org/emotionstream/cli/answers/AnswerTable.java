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

    /** What a landmarker looks for unless it is asked for something else, in pixels. */
    private static final int USUAL = 80;

    private AnswerTable() {}

    /** The names of the columns. */
    public static String header() {
        return row("picture", "face", "left,top width x height", "status", "emotion", "confidence");
    }

    /** As {@link #lines(PictureAnswer, String, int)}, where what was asked for is not known: {@value #USUAL} pixels. */
    public static List<String> lines(PictureAnswer answer, String name) {
        return lines(answer, name, USUAL);
    }

    /**
     * The lines of one answer, at least one.
     *
     * @param name of the picture
     * @param smallestWanted the smallest face that was asked for, in pixels: a line says so when the picture was too
     *     large to be searched for faces as small
     */
    public static List<String> lines(PictureAnswer answer, String name, int smallestWanted) {
        if (answer instanceof PictureAnswer.Rejected rejected) {
            return List.of(row(name, "-", "-", "rejected", "-", rejected.reason() + ": " + rejected.message()));
        }
        ImageEmotions image = ((PictureAnswer.Final) answer).emotions();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < image.getFaces().size(); i++) {
            lines.add(face(name, i + 1, FaceAnswer.of(image.getFaces().get(i))));
        }
        if (lines.isEmpty()) {
            lines.add(row(name, "-", "-", "no face", "-", nothingDetected(image)));
        } else if (image.getSmallestFace() != null && image.getSmallestFace() > smallestWanted) {
            lines.add(row(name, "-", "-", "searched", "-", lookedFor(image)));
        }
        if (image.getOmittedFaces() > 0) {
            lines.add(row(name, "-", "-", "omitted", "-", image.getOmittedFaces() + " more faces, beyond the limit"));
        }
        if (image.getPartial()) {
            lines.add(row(name, "-", "-", "partial", "-", "answered by " + String.join(", ", image.getModels())));
        }
        return lines;
    }

    /** A landmarker of an earlier version does not say what it looked for. */
    private static String nothingDetected(ImageEmotions image) {
        return image.getSmallestFace() == null ? "nothing was detected" : "nothing was detected; " + lookedFor(image);
    }

    private static String lookedFor(ImageEmotions image) {
        return "faces of " + image.getSmallestFace() + " pixels and more were looked for";
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
