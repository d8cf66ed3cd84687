package org.emotionstream.training.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** Trains the four networks, as many at once as there are threads; each in one thread, so the result depends on neither. */
final class FourNetworks {
    /** The one that takes longest comes first, so that no thread idles at the end. */
    private static final List<Architecture> LONGEST_FIRST =
            List.of(Architecture.MODEL_3, Architecture.MODEL_1, Architecture.MODEL_4, Architecture.MODEL_2);

    private static final String STEP = "training, in epochs of the four";

    private final NetworkTrainer trainer;
    private final WorkFolder folder;
    private final TrainingPlan plan;
    private final Progress progress;
    private final AtomicInteger epochsDone = new AtomicInteger();

    FourNetworks(NetworkTrainer trainer, WorkFolder folder, TrainingPlan plan, Progress progress) {
        this.trainer = trainer;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
    }

    /** Model-1 to model-4, from the store where it has them. */
    List<TrainedNetwork> train(int threads) {
        progress.begin(STEP);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<TrainedNetwork>> pending = new ArrayList<>();
            for (Architecture architecture : LONGEST_FIRST) {
                pending.add(executor.submit(() -> trained(architecture)));
            }
            List<TrainedNetwork> networks = new ArrayList<>();
            for (Architecture architecture : Architecture.values()) {
                networks.add(pending.get(LONGEST_FIRST.indexOf(architecture)).get());
            }
            return networks;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot train the networks: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training the networks", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private TrainedNetwork trained(Architecture architecture) {
        try {
            NetworkFile file = folder.network(plan, architecture);
            Optional<TrainedNetwork> stored = file.read(architecture);
            if (stored.isPresent()) {
                progress.tell(architecture.label() + ": already trained, taken from " + file.file());
                return stored.get();
            }
            TrainedNetwork network = trainer.train(
                    architecture,
                    plan.optimisation(architecture),
                    plan.epochs(architecture),
                    plan.seed() + 1000L * architecture.ordinal(),
                    this::finished);
            file.write(network);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder of trained networks: " + e, e);
        }
    }

    private void finished(Architecture architecture, int epoch, int epochs, double accuracy) {
        progress.tell("%s: epoch %d of %d, accuracy on the part kept apart %.4f"
                .formatted(architecture.label(), epoch, epochs, accuracy));
        int all = plan.epochs().stream().mapToInt(Integer::intValue).sum();
        progress.at(STEP, epochsDone.incrementAndGet(), all);
    }
}
