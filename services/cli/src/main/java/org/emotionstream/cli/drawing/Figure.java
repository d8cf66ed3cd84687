package org.emotionstream.cli.drawing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.cli.answers.PictureAnswer;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/** One picture on the page: itself with what was found drawn over it, or the reason why it is not shown. */
final class Figure {
    /** From here on the cards of the faces need the whole width of the page. */
    private static final int MANY_FACES = 4;

    private static final String TURNED = "<p class=\"problem\">Browsers do not turn a WebP picture upright by its EXIF "
            + "orientation: the faces are where the boxes would be if it were turned.</p>";

    private final AlbumEntry entry;
    private final Function<String, Optional<ImageLandmarks>> landmarks;

    /** @param landmarks of a picture, by its image id */
    Figure(AlbumEntry entry, Function<String, Optional<ImageLandmarks>> landmarks) {
        this.entry = entry;
        this.landmarks = landmarks;
    }

    /** The element. */
    String html() {
        if (entry instanceof AlbumEntry.Answered answered) {
            return answered(answered);
        }
        String why = ((AlbumEntry.Unanswered) entry).why();
        return "<figure class=\"problem\"><figcaption><h2>" + AlbumHtml.name(entry.name()) + "</h2><p>"
                + AlbumHtml.text(why) + "</p></figcaption></figure>\n";
    }

    private String answered(AlbumEntry.Answered answered) {
        ImageEmotions image = answered.answer().emotions();
        String words = words(answered.answer());
        Optional<String> file =
                answered.copy() instanceof PictureCopy.Made made ? Optional.of(made.file()) : Optional.empty();
        String picture = answered.copy() instanceof PictureCopy.Missing missing
                ? "<p class=\"problem\">" + AlbumHtml.text(missing.why()) + "</p>"
                : new PictureOverlay(file.orElseThrow(), image)
                        .html(
                                entry.name() + ": " + words
                                        + ". When this text stands where the picture should be, this browser cannot "
                                        + "show it.",
                                landmarks.apply(image.getImageId()));
        return (image.getFaces().size() > MANY_FACES ? "<figure class=\"wide\">" : "<figure>")
                + picture
                + (answered.copy() instanceof PictureCopy.Made made && made.turned() ? TURNED : "")
                + "<figcaption><h2>" + AlbumHtml.name(entry.name()) + "</h2><p>" + AlbumHtml.text(words) + "</p>"
                + cards(image, file) + "</figcaption></figure>\n";
    }

    private static String cards(ImageEmotions image, Optional<String> file) {
        List<FaceAnswer> faces = image.getFaces().stream().map(FaceAnswer::of).toList();
        if (faces.isEmpty()) {
            return "";
        }
        StringBuilder cards = new StringBuilder("<ol>\n");
        for (int i = 0; i < faces.size(); i++) {
            cards.append(new FaceCard(i + 1, faces.get(i)).html(image, file));
        }
        return cards.append("</ol>").toString();
    }

    /** What is said about a picture as a whole. */
    private static String words(PictureAnswer.Final answer) {
        ImageEmotions image = answer.emotions();
        int faces = image.getFaces().size();
        String found = faces == 0 ? "no face found" : faces == 1 ? "1 face" : faces + " faces";
        String omitted = image.getOmittedFaces() == 0 ? "" : ", " + image.getOmittedFaces() + " more omitted";
        String partial = image.getPartial() ? ", partial: " + String.join(", ", image.getModels()) : "";
        String smallest = answer.smallestFace().isPresent()
                ? ", faces of " + answer.smallestFace().getAsInt() + " pixels and more were looked for"
                : "";
        return found + omitted + partial + "; " + image.getWidth() + " x " + image.getHeight() + " pixels" + smallest;
    }
}
