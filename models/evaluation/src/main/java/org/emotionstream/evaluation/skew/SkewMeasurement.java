package org.emotionstream.evaluation.skew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.threads.StepProgress;
import org.emotionstream.evaluation.threads.Work;

/** Measures how far a release's answers depend on the guise in which a face arrives. */
final class SkewMeasurement {
    /** How many faces are compared unless told otherwise. */
    static final int FACES = 500;

    /** Of the draw of faces, and of their places and backdrops. */
    static final long SEED = 1;

    private final Serving serving;
    private final int threads;
    private final Consumer<String> progress;

    /**
     * @param threads 1 or more; changes nothing in the result
     * @param progress told from time to time how far it is
     */
    SkewMeasurement(Serving serving, int threads, Consumer<String> progress) {
        this.serving = serving;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * The comparisons.
     *
     * @param faces how many faces to compare, of those that are found as they are; fewer when there are fewer
     * @param photographs files, each with any number of faces, possibly in colour; may be empty
     */
    SkewReport measure(Dataset dataset, Selection selection, int faces, List<Path> photographs) {
        List<SkewReport.Comparison> comparisons = new ArrayList<>(ofFaces(dataset, selection, faces));
        if (!photographs.isEmpty()) {
            comparisons.addAll(ofPhotographs(photographs));
        }
        return new SkewReport(comparisons);
    }

    private List<SkewReport.Comparison> ofFaces(Dataset dataset, Selection selection, int wanted) {
        FaceDraw draw = new FaceDraw(SEED);
        List<GuisePair> pairs = GuisePair.ofFaces();
        List<LabelledPicture> order = draw.order(selection.pictures());
        List<List<List<Encounter>>> found = new ArrayList<>();
        // A few at a time, as most are found: those beyond the wanted number are not looked at.
        for (int next = 0; next < order.size() && found.size() < wanted; ) {
            int end = Math.min(order.size(), next + wanted - found.size());
            Work.each(
                            order.subList(next, end),
                            picture -> encounters(dataset.bytes(picture), draw.seed(picture.id()), pairs),
                            threads,
                            progress("faces in other guises", end - next)::done)
                    .stream()
                    .filter(encounters -> !encounters.isEmpty())
                    .forEach(found::add);
            next = end;
        }
        return PairTally.of(pairs, found);
    }

    /** One for each pair; none at all when the face is not found in its own picture. */
    private List<List<Encounter>> encounters(byte[] picture, long seed, List<GuisePair> pairs) {
        Encounters encounters = new Encounters(serving, picture, seed);
        return encounters.face(Guise.AS_IT_IS).flatMap(Sighting::answer).isEmpty()
                ? List.of()
                : pairs.stream().map(encounters::ofFace).map(List::of).toList();
    }

    private List<SkewReport.Comparison> ofPhotographs(List<Path> files) {
        List<GuisePair> pairs = GuisePair.ofPhotographs();
        return PairTally.of(
                pairs,
                Work.each(
                        files,
                        file -> ofPhotograph(file, pairs),
                        threads,
                        progress("photographs", files.size())::done));
    }

    private List<List<Encounter>> ofPhotograph(Path file, List<GuisePair> pairs) {
        try {
            Encounters encounters = new Encounters(serving, Files.readAllBytes(file), SEED);
            return pairs.stream().map(encounters::ofPhotograph).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private StepProgress progress(String what, int total) {
        return new StepProgress(total, done -> progress.accept(what + ": " + done + " of " + total));
    }
}
