package org.emotionstream.cli.shadow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.cli.shadow.ShadowReport.Disagreement;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageEmotions;

/** Joins the answers of both chains by picture: first all of the shadow, then all of the serving one. */
public final class ShadowComparison {
    private static final int LARGEST = 10;

    private final Map<ImageIdentity, ImageEmotions> waiting = new HashMap<>();
    private final TreeSet<String> servingReleases = new TreeSet<>();
    private final TreeSet<String> shadowReleases = new TreeSet<>();
    private final SortedMap<String, SortedMap<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, SortedMap<String, FaceTally>> groups = new LinkedHashMap<>();
    private final PriorityQueue<Disagreement> largest =
            new PriorityQueue<>(Comparator.comparingDouble(Disagreement::change));
    private Instant first = Instant.MAX;
    private FaceTally all = FaceTally.NONE;
    private long images;
    private long partial;
    private long onlyServing;
    private long servingFaces;
    private long shadowFaces;

    /** An answer of the shadow. */
    public void shadow(ImageEmotions answer) {
        waiting.put(ImageIdentity.of(answer.getImageId(), answer.getDigest()), answer);
        first = answer.getEnteredAt().isBefore(first) ? answer.getEnteredAt() : first;
    }

    /** An answer that was served, once all of the shadow are there. */
    public void serving(ImageEmotions serving) {
        ImageEmotions shadow = waiting.remove(ImageIdentity.of(serving.getImageId(), serving.getDigest()));
        if (shadow == null) {
            onlyServing += serving.getEnteredAt().isBefore(first) ? 0 : 1;
        } else if (serving.getPartial() || shadow.getPartial()) {
            partial++;
        } else {
            compare(serving, shadow);
        }
    }

    /** What was found. */
    public ShadowReport report() {
        List<Disagreement> sorted = new ArrayList<>(largest);
        sorted.sort(Comparator.comparingDouble(Disagreement::change).reversed().thenComparing(Disagreement::imageId));
        return new ShadowReport(
                servingReleases,
                shadowReleases,
                images,
                partial,
                onlyServing,
                waiting.size(),
                servingFaces,
                shadowFaces,
                all,
                outcomes,
                groups,
                sorted);
    }

    private void compare(ImageEmotions serving, ImageEmotions shadow) {
        images++;
        servingReleases.add(serving.getReleaseId());
        shadowReleases.add(shadow.getReleaseId());
        List<FacePair> pairs = FacePair.match(FaceAnswer.allOf(serving), FaceAnswer.allOf(shadow));
        servingFaces += serving.getFaces().size() - pairs.size();
        shadowFaces += shadow.getFaces().size() - pairs.size();
        pairs.forEach(pair -> compare(serving, pair));
    }

    private void compare(ImageEmotions image, FacePair pair) {
        String source = Optional.ofNullable(image.getSourceId()).orElse("-");
        String served = FacePair.outcome(pair.serving());
        String shadowed = FacePair.outcome(pair.shadow());
        all = all.with(pair);
        outcomes.computeIfAbsent(served, key -> new TreeMap<>()).merge(shadowed, 1L, Long::sum);
        count("source", source, pair);
        count("face size", size(pair.serving()), pair);
        count("confidence served", confidence(pair.serving()), pair);
        if (pair.differs()) {
            String place =
                    pair.serving().box().left() + "," + pair.serving().box().top();
            // Where the networks of one did not run, nothing is shared.
            double change = pair.change().orElse(1);
            largest.add(new Disagreement(image.getImageId(), source, place, served, shadowed, change));
            if (largest.size() > LARGEST) {
                largest.poll();
            }
        }
    }

    private void count(String group, String kind, FacePair pair) {
        groups.computeIfAbsent(group, key -> new TreeMap<>())
                .merge(kind, FaceTally.NONE.with(pair), (sum, one) -> sum.with(pair));
    }

    private static String size(FaceAnswer face) {
        int side = face.box().longerSide();
        if (side < 60) {
            return "below  60 px";
        }
        if (side < 120) {
            return "below 120 px";
        }
        return side < 240 ? "below 240 px" : "from 240 px";
    }

    private static String confidence(FaceAnswer face) {
        if (face.distribution().isEmpty()) {
            return "none";
        }
        int tenth = (int) Math.min(9, Math.floor(face.distribution().get().confidence() * 10));
        return "from 0." + tenth;
    }
}
