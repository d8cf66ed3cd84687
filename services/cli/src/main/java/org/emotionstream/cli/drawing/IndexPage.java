package org.emotionstream.cli.drawing;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Printable;
import org.emotionstream.contract.Sha256;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * The page that shows all pictures: one file of HTML beside them, without scripts. Its Content-Security-Policy
 * lets the browser load the pictures beside it and nothing else, whatever a name or message has in it: all text is
 * printable and escaped.
 *
 * @param balance the last line of the command
 * @param entries by the names of their files
 * @param landmarks of a picture, by its image id
 */
record IndexPage(String balance, List<AlbumEntry> entries, Function<String, Optional<ImageLandmarks>> landmarks) {
    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    /**
     * A colour of the legend.
     *
     * @param css class in the style sheet
     * @param faces of this colour on the page
     */
    record Colour(String css, String label, long faces) {}

    IndexPage {
        entries =
                entries.stream().sorted(Comparator.comparing(AlbumEntry::name)).toList();
    }

    /** Writes it, figure by figure. */
    void write(Appendable page) throws IOException {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolvers(new ReflectionValueResolver(), ValueResolvers.rawResolver())
                .addResultMapper(IndexPage::escaped)
                .build();
        String style = resource("album.css") + Palette.rules();
        page.append(engine.parse(resource("album-head.html"))
                .data("style", style)
                .data("styleHash", Base64.getEncoder().encodeToString(Sha256.of(style)))
                .data("balance", balance)
                .data("legend", legend())
                .data("releases", releases())
                .render());
        Template figure = engine.parse(resource("album-figure.html"));
        for (AlbumEntry entry : entries) {
            page.append(figure.data("entry", view(entry)).render());
        }
        page.append("</main>\n</body>\n</html>\n");
    }

    private static String escaped(Object text, Expression expression) {
        return text instanceof RawString ? text.toString() : ESCAPER.map(Printable.of(text.toString()), expression);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = IndexPage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Object view(AlbumEntry entry) {
        if (entry instanceof AlbumEntry.Answered answered) {
            ImageEmotions image = answered.image();
            return new Figure(answered.name(), image, answered.copy(), landmarks.apply(image.getImageId()));
        }
        return entry;
    }

    private List<Colour> legend() {
        List<FaceAnswer> faces = images().stream()
                .flatMap(image -> FaceAnswer.allOf(image).stream())
                .toList();
        List<Colour> legend = new ArrayList<>();
        for (Emotion emotion : Emotion.values()) {
            if (emotion != Emotion.NO_FACE) {
                legend.add(new Colour(
                        Palette.of(emotion).css(),
                        emotion.label(),
                        faces.stream()
                                .filter(face -> face.emotion().equals(Optional.of(emotion)))
                                .count()));
            }
        }
        long without = faces.stream().filter(face -> face.emotion().isEmpty()).count();
        legend.add(new Colour(Palette.NONE.css(), "without an emotion", without));
        return legend;
    }

    private String releases() {
        return images().stream().map(ImageEmotions::getReleaseId).distinct().collect(Collectors.joining(", "));
    }

    private List<ImageEmotions> images() {
        return entries.stream()
                .filter(AlbumEntry.Answered.class::isInstance)
                .map(entry -> ((AlbumEntry.Answered) entry).image())
                .toList();
    }
}
