package org.emotionstream.cli.drawing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Sha256;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * The page that shows all pictures: one file of HTML beside them, without scripts. Its Content-Security-Policy
 * lets the browser load the pictures beside it and nothing else, whatever a name or message has in it.
 */
final class IndexPage {
    private final String balance;
    private final List<AlbumEntry> entries;
    private final Function<String, Optional<ImageLandmarks>> landmarks;

    /** @param landmarks of a picture, by its image id */
    IndexPage(String balance, List<AlbumEntry> entries, Function<String, Optional<ImageLandmarks>> landmarks) {
        this.balance = balance;
        this.entries =
                entries.stream().sorted(Comparator.comparing(AlbumEntry::name)).toList();
        this.landmarks = landmarks;
    }

    /** Writes it, figure by figure. */
    void write(Appendable page) throws IOException {
        String style = StyleSheet.text();
        page.append(String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; \
                style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
                <title>Emotion Stream: %s</title>
                <style>%s</style>
                </head>
                <body>
                <header>
                <h1>Emotion Stream</h1>
                <p class="balance">%s</p>
                <ul class="legend">%s</ul>
                <p>Perceived expression, as annotators would name it; not what anybody feels. %s</p>
                </header>
                <main>
                """,
                Base64.getEncoder().encodeToString(Sha256.of(style)),
                AlbumHtml.text(balance),
                style,
                AlbumHtml.text(balance),
                legend(),
                AlbumHtml.text(releases())));
        for (AlbumEntry entry : entries) {
            page.append(new Figure(entry, landmarks).html());
        }
        page.append("</main>\n</body>\n</html>\n");
    }

    private String legend() {
        List<FaceAnswer> faces = images().stream()
                .flatMap(image -> image.getFaces().stream())
                .map(FaceAnswer::of)
                .toList();
        String counts = Arrays.stream(Emotion.values())
                .filter(emotion -> emotion != Emotion.NO_FACE)
                .map(emotion -> item(
                        Palette.of(emotion),
                        emotion.label(),
                        faces.stream()
                                .filter(face -> face.emotion().equals(Optional.of(emotion)))
                                .count()))
                .collect(Collectors.joining());
        long without = faces.stream().filter(face -> face.emotion().isEmpty()).count();
        return counts + item(Palette.NONE, "without an emotion", without);
    }

    private static String item(Palette colour, String label, long count) {
        return String.format(Locale.ROOT, "<li class=\"%s\"><i></i>%s %d</li>", colour.css(), label, count);
    }

    private String releases() {
        String ids =
                images().stream().map(ImageEmotions::getReleaseId).distinct().collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "Models: release " + ids + ".";
    }

    private List<ImageEmotions> images() {
        return entries.stream()
                .filter(AlbumEntry.Answered.class::isInstance)
                .map(entry -> ((AlbumEntry.Answered) entry).answer().emotions())
                .toList();
    }
}
