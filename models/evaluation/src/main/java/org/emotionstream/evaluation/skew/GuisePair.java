package org.emotionstream.evaluation.skew;

import java.util.ArrayList;
import java.util.List;

/**
 * Two guises to compare.
 *
 * @param kind for example {@code crop against frame}
 * @param guises their names
 * @param leastSide a face whose box is smaller in both guises, in pixels, is not counted: it is not what the
 *     search is for
 */
record GuisePair(String kind, String guises, Guise first, Guise second, int leastSide) {
    static final int[] SMALLEST_FACES = {40, 80, 160};
    private static final int[] SIDES = {100, 160, 240};
    private static final int[] QUALITIES = {30, 50, 70, 85, 95};

    /** Of a face picture: whichever its size, it is counted. */
    static List<GuisePair> ofFaces() {
        List<GuisePair> pairs = new ArrayList<>();
        for (int side : SIDES) {
            pairs.add(of("crop against frame", "crop | frame, face of " + side, Guise.AS_IT_IS, Guise.inFrame(side)));
        }
        Guise hardEdged = Guise.AS_IT_IS.in(new Guise.Setting.InFrame(160, false));
        pairs.add(of("crop against frame", "crop | frame, hard edge, face of 160", Guise.AS_IT_IS, hardEdged));
        Guise frame = Guise.inFrame(240);
        smallestFaces(frame, "in a frame, face of 240", pairs, 1);
        colour(Guise.AS_IT_IS, "crop", pairs);
        colour(Guise.inFrame(160), "frame, face of 160", pairs);
        jpeg(Guise.AS_IT_IS, "crop", pairs);
        jpeg(Guise.inFrame(160), "frame, face of 160", pairs);
        for (Retouch retouch : List.of(Retouch.SHRUNK, Retouch.BLURRED, Retouch.NOISY)) {
            pairs.add(of(
                    "picture quality",
                    "crop as it is | " + retouch.label(),
                    Guise.AS_IT_IS,
                    Guise.AS_IT_IS.retouched(retouch)));
        }
        return pairs;
    }

    /** Of a photograph with any number of faces, those that are large enough for both searches. */
    static List<GuisePair> ofPhotographs() {
        List<GuisePair> pairs = new ArrayList<>();
        smallestFaces(Guise.AS_IT_IS, "in a photograph", pairs, 0);
        colour(Guise.AS_IT_IS, "photograph", pairs);
        jpeg(Guise.AS_IT_IS, "photograph", pairs);
        return pairs;
    }

    private static void smallestFaces(Guise guise, String where, List<GuisePair> pairs, int leastSide) {
        for (int i = 0; i < SMALLEST_FACES.length; i++) {
            for (int j = i + 1; j < SMALLEST_FACES.length; j++) {
                int smaller = SMALLEST_FACES[i];
                int larger = SMALLEST_FACES[j];
                pairs.add(new GuisePair(
                        "smallest face " + where,
                        "smallest face " + smaller + " | " + larger,
                        guise.searchedFor(smaller),
                        guise.searchedFor(larger),
                        leastSide > 0 ? leastSide : larger));
            }
        }
    }

    private static void colour(Guise guise, String where, List<GuisePair> pairs) {
        pairs.add(of(
                "colour against grey copy",
                where + " in colour | its grey copy",
                guise.retouched(Retouch.COLOUR),
                guise.retouched(Retouch.GREY_COPY)));
    }

    private static void jpeg(Guise guise, String where, List<GuisePair> pairs) {
        for (int quality : QUALITIES) {
            pairs.add(of("JPEG quality", where + " | as JPEG " + quality, guise, guise.asJpeg(quality)));
        }
    }

    private static GuisePair of(String kind, String guises, Guise first, Guise second) {
        return new GuisePair(kind, guises, first, second, 1);
    }
}
