package org.emotionstream.paper.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.evaluation.threads.Work;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.network.PictureScaling;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.NetworkFile;
import org.emotionstream.training.recipe.Progress;

/** The four networks, as many at work as there are threads; each in one thread, so that no result depends on them. */
final class PaperNetworks {
    private static final String STEP = "training, in epochs of the four networks";

    private final KerasRows rows;
    private final PaperFolder folder;
    private final int threads;
    private final Progress progress;
    private final AtomicInteger epochsDone = new AtomicInteger();

    PaperNetworks(KerasRows rows, PaperFolder folder, int threads, Progress progress) {
        this.rows = rows;
        this.folder = folder;
        this.threads = threads;
        this.progress = progress;
    }

    /** Model-1 to model-4; from the folder where it has them. */
    List<TrainedNetwork> train() {
        progress.begin(STEP);
        return forEach(this::trained);
    }

    /** What each of these networks answers for every row, {@code float[rows][9]}. */
    List<float[][]> answers(List<TrainedNetwork> networks) {
        return forEach(architecture -> {
            Tensors.useOneThread();
            try (EmotionNetwork network = networks.get(architecture.ordinal()).open()) {
                return new NetworkClassifier(network, rows.rows())
                        .probabilities(rows.rows().size());
            }
        });
    }

    private <T> List<T> forEach(Function<PaperArchitecture, T> work) {
        List<T> results = Work.each(PaperArchitecture.LONGEST_FIRST, work, threads, () -> {});
        return Arrays.stream(PaperArchitecture.values())
                .map(architecture -> results.get(PaperArchitecture.LONGEST_FIRST.indexOf(architecture)))
                .toList();
    }

    private TrainedNetwork trained(PaperArchitecture architecture) {
        NetworkFile file = folder.network(architecture);
        return file.orTrained(
                architecture,
                () -> {
                    progress.tell(architecture.label() + ": already trained, taken from " + file.file());
                    epochsDone.addAndGet(folder.plan().epochs());
                },
                () -> learned(architecture));
    }

    private TrainedNetwork learned(PaperArchitecture architecture) {
        PaperPlan plan = folder.plan();
        Tensors.useOneThread();
        long seed = Draws.seed(plan.seed(), "weights of " + architecture.label());
        try (EmotionNetwork network = new EmotionNetwork(architecture, PictureScaling.UNIT, seed)) {
            List<EpochScores> history = new KerasFit(
                            new NetworkClassifier(network, rows.rows()), rows.labels(), rows.learned(), plan)
                    .fit(
                            plan.epochs(),
                            Draws.random(plan.seed(), "order of " + architecture.label()),
                            epoch -> progress.at(
                                    STEP,
                                    epochsDone.incrementAndGet(),
                                    (long) plan.epochs() * PaperArchitecture.values().length));
            return new TrainedNetwork(architecture, network.scaling(), network.weights(), plan.epochs(), history);
        }
    }
}
