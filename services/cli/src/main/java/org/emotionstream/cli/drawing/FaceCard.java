package org.emotionstream.cli.drawing;

import java.util.Locale;
import java.util.Optional;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.schemas.ImageEmotions;

/** One face below the picture: its number, what it shows, how it looks, and a bar for each of the nine classes. */
final class FaceCard {
    private final int number;
    private final FaceAnswer face;

    /** @param number from 1, as beside the box in the picture */
    FaceCard(int number, FaceAnswer face) {
        this.number = number;
        this.face = face;
    }

    /**
     * The element.
     *
     * @param file of the picture, beside the page; empty where there is no copy
     */
    String html(ImageEmotions image, Optional<String> file) {
        String title = face.emotion().map(Emotion::label).orElse(face.statusInWords());
        String confidence = face.distribution()
                .map(distribution -> "<span>" + AlbumHtml.percent(distribution.confidence()) + "</span>")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "<li class=\"%s\"><h3><b>%d</b> %s %s</h3>%s%s</li>%n",
                Palette.of(face).css(),
                number,
                AlbumHtml.text(title),
                confidence,
                file.map(name -> cut(image, name)).orElse(""),
                face.distribution().map(FaceCard::bars).orElseGet(this::nothing));
    }

    /** The face and a margin, cut out of the picture by the browser. */
    private String cut(ImageEmotions image, String file) {
        BoundingBox box = face.box();
        int margin = Math.max(box.width(), box.height()) / 6;
        return String.format(
                Locale.ROOT,
                "<svg class=\"cut\" aria-hidden=\"true\" viewBox=\"%d %d %d %d\"><image href=\"%s\" width=\"%d\" "
                        + "height=\"%d\" preserveAspectRatio=\"none\"/></svg>",
                box.left() - margin,
                box.top() - margin,
                box.width() + 2 * margin,
                box.height() + 2 * margin,
                file,
                image.getWidth(),
                image.getHeight());
    }

    private static String bars(EmotionDistribution distribution) {
        StringBuilder rows = new StringBuilder("<table>");
        for (Emotion emotion : Emotion.values()) {
            float probability = distribution.probability(emotion);
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr class=\"%s\"><th scope=\"row\">%s</th><td><svg aria-hidden=\"true\" viewBox=\"0 0 100 1\" "
                            + "preserveAspectRatio=\"none\"><rect width=\"%s\" height=\"1\"/></svg></td><td>%s</td></tr>",
                    Palette.of(emotion).css(),
                    emotion.label(),
                    AlbumHtml.number(100 * probability),
                    AlbumHtml.percent(probability)));
        }
        return rows.append("</table>").toString();
    }

    private String nothing() {
        return "<p>The networks did not run: " + AlbumHtml.text(face.reason()) + "</p>";
    }
}
