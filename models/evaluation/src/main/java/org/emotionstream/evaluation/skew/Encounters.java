package org.emotionstream.evaluation.skew;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.BoundingBox;

/** Has one picture answered in the guises of all pairs, each guise once. For one thread. */
final class Encounters {
    /** Least overlap of a face's box with the place of its picture, which shows little else. */
    static final double PLACE_OVERLAP = 0.25;

    /** Least overlap of two boxes of the same face. */
    static final double SAME_FACE_OVERLAP = 0.4;

    private final Serving serving;
    private final byte[] picture;
    private final long seed;
    private final Map<Guise, Seen> seen = new HashMap<>();

    /**
     * What is seen of the picture in one guise.
     *
     * @param place where the face picture lies
     */
    private record Seen(List<Sighting> faces, BoundingBox place) {}

    Encounters(Serving serving, byte[] picture, long seed) {
        this.serving = serving;
        this.picture = picture;
        this.seed = seed;
    }

    /** The one face of a face picture in two guises. */
    Encounter ofFace(GuisePair pair) {
        return Encounter.of(face(pair.first()), face(pair.second()));
    }

    /** The face of a face picture in a guise, where it is found: not one that the detector sees elsewhere. */
    Optional<Sighting> face(Guise guise) {
        Seen seen = seen(guise);
        return seen.faces().stream()
                .filter(face -> face.box().overlap(seen.place()) >= PLACE_OVERLAP)
                .findFirst();
    }

    /** All faces of a photograph in two guises that leave every face where it is. */
    List<Encounter> ofPhotograph(GuisePair pair) {
        List<Sighting> left = new ArrayList<>(seen(pair.second()).faces());
        List<Encounter> encounters = new ArrayList<>();
        for (Sighting first : seen(pair.first()).faces()) {
            Optional<Sighting> second = nearest(first, left);
            second.ifPresent(left::remove);
            if (largeEnough(first, pair)
                    || second.filter(face -> largeEnough(face, pair)).isPresent()) {
                encounters.add(Encounter.of(Optional.of(first), second));
            }
        }
        left.stream()
                .filter(face -> largeEnough(face, pair))
                .forEach(face -> encounters.add(Encounter.of(Optional.empty(), Optional.of(face))));
        return encounters;
    }

    private static Optional<Sighting> nearest(Sighting face, List<Sighting> others) {
        return others.stream()
                .filter(other -> other.box().overlap(face.box()) >= SAME_FACE_OVERLAP)
                .max((a, b) ->
                        Double.compare(a.box().overlap(face.box()), b.box().overlap(face.box())));
    }

    private static boolean largeEnough(Sighting face, GuisePair pair) {
        return face.box().longerSide() >= pair.leastSide();
    }

    private Seen seen(Guise guise) {
        return seen.computeIfAbsent(guise, wanted -> {
            Guise.Arrival arrival = wanted.of(picture, seed);
            return new Seen(serving.faces(arrival.picture(), wanted.search()), arrival.place());
        });
    }
}
