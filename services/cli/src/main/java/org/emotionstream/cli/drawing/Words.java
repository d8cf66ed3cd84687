package org.emotionstream.cli.drawing;

import org.emotionstream.schemas.ImageEmotions;

/** What is said about a picture as a whole, in its title and on the page. */
final class Words {
    private Words() {}

    static String of(ImageEmotions image) {
        int faces = image.getFaces().size();
        String found = faces == 0 ? "no face found" : faces == 1 ? "1 face" : faces + " faces";
        String omitted = image.getOmittedFaces() == 0 ? "" : ", " + image.getOmittedFaces() + " more omitted";
        String partial = image.getPartial() ? ", partial: " + String.join(", ", image.getModels()) : "";
        return found + omitted + partial + "   " + image.getWidth() + " x " + image.getHeight();
    }
}
