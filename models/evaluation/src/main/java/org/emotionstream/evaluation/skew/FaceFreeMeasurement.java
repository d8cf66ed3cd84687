package org.emotionstream.evaluation.skew;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.evaluation.threads.StepProgress;
import org.emotionstream.evaluation.threads.Work;

/** Measures what a release answers where there is no face. */
final class FaceFreeMeasurement {
    /** Detector thresholds that are tried beside the release's own. */
    static final List<Double> THRESHOLDS = List.of(-0.5, -0.25, 0.0, 0.25);

    private final Serving serving;
    private final int threads;
    private final Consumer<String> progress;

    FaceFreeMeasurement(Serving serving, int threads, Consumer<String> progress) {
        this.serving = serving;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What becomes of these pictures: first at the release's own thresholds, then at each of
     * {@link #THRESHOLDS}.
     *
     * @param name of the collection
     * @param pictures none of which shows a face
     */
    List<FaceFreeReport.Source> measure(String name, FaceFreePictures pictures) {
        StepProgress steps = new StepProgress(
                pictures.count(),
                done -> progress.accept(name + " without faces: " + done + " of " + pictures.count()));
        List<List<List<Sighting>>> seen =
                Work.each(pictures.indices(), at -> seen(pictures.bytes(at)), threads, steps::done);
        List<FaceFreeReport.Source> sources = new ArrayList<>();
        for (int i = 0; i <= THRESHOLDS.size(); i++) {
            int column = i;
            String label = i == 0 ? name : name + FaceFreeReport.Source.OTHER_THRESHOLD + THRESHOLDS.get(i - 1);
            sources.add(
                    source(label, seen.stream().map(each -> each.get(column)).toList()));
        }
        return sources;
    }

    /** First at the release's thresholds, then at each other. */
    private List<List<Sighting>> seen(byte[] picture) {
        List<List<Sighting>> seen = new ArrayList<>();
        seen.add(serving.faces(picture, Search.USUAL));
        // What a higher threshold leaves of a search at the lowest is what a search at it finds: detections
        // suppress only those of a lower score.
        double lowest = THRESHOLDS.get(0);
        List<Sighting> all = serving.faces(picture, Search.threshold(lowest));
        for (double threshold : THRESHOLDS) {
            seen.add(all.stream().filter(face -> face.score() >= threshold).toList());
        }
        return seen;
    }

    private static FaceFreeReport.Source source(String name, List<List<Sighting>> seen) {
        List<Sighting> boxes = seen.stream().flatMap(List::stream).toList();
        return new FaceFreeReport.Source(
                name,
                seen.size(),
                boxes.size(),
                count(boxes, CombinedEmotion.Verdict.NOT_A_FACE),
                count(boxes, CombinedEmotion.Verdict.UNCERTAIN),
                count(boxes, CombinedEmotion.Verdict.EMOTION));
    }

    private static int count(List<Sighting> boxes, CombinedEmotion.Verdict verdict) {
        return (int) boxes.stream()
                .filter(box -> box.answer()
                        .filter(answer -> answer.verdict() == verdict)
                        .isPresent())
                .count();
    }
}
