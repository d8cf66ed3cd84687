package org.emotionstream.training.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** Trains the networks of all trainings; each in one thread, so that the result depends on nothing else that runs. */
final class FourNetworks {
    /** The one that takes longest comes first, so that no thread idles at the end. */
    private static final List<Architecture> LONGEST_FIRST =
            List.of(Architecture.MODEL_3, Architecture.MODEL_1, Architecture.MODEL_4, Architecture.MODEL_2);

    private static final String STEP = "training, in epochs of all networks";

    private final WorkFolder folder;
    private final TrainingPlan plan;
    private final Progress progress;
    private final AtomicInteger epochsDone = new AtomicInteger();

    FourNetworks(WorkFolder folder, TrainingPlan plan, Progress progress) {
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * For each training its networks, model-1 to model-4, from the folder where it has them.
     *
     * @param trainers one for each training
     */
    List<List<TrainedNetwork>> train(List<NetworkTrainer> trainers, int threads) {
        progress.begin(STEP);
        List<Callable<TrainedNetwork>> work = new ArrayList<>();
        for (int training = 0; training < trainers.size(); training++) {
            for (Architecture architecture : LONGEST_FIRST) {
                int number = training;
                work.add(() -> trained(trainers.get(number), number, architecture));
            }
        }
        List<TrainedNetwork> networks = Threads.run(work, threads, "train the networks");
        List<List<TrainedNetwork>> trainings = new ArrayList<>();
        for (int training = 0; training < trainers.size(); training++) {
            int first = training * LONGEST_FIRST.size();
            List<TrainedNetwork> four = new ArrayList<>();
            for (Architecture architecture : Architecture.values()) {
                four.add(networks.get(first + LONGEST_FIRST.indexOf(architecture)));
            }
            trainings.add(List.copyOf(four));
        }
        return trainings;
    }

    private TrainedNetwork trained(NetworkTrainer trainer, int training, Architecture architecture) {
        String name = "training " + (training + 1) + ", " + architecture.label();
        try {
            NetworkFile file = folder.network(plan, training, architecture);
            Optional<TrainedNetwork> stored = file.read(architecture);
            if (stored.isPresent()) {
                progress.tell(name + ": already trained, taken from " + file.file());
                advance(plan.epochs(architecture));
                return stored.get();
            }
            TrainedNetwork network = trainer.train(
                    architecture,
                    plan.optimisation(architecture),
                    plan.epochs(architecture),
                    plan.networkSeed(training, architecture),
                    (which, epoch, epochs, accuracy) -> finished(name, epoch, epochs, accuracy));
            file.write(network);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder of trained networks: " + e, e);
        }
    }

    private void finished(String name, int epoch, int epochs, double accuracy) {
        progress.tell(
                "%s: epoch %d of %d, accuracy on the choosing part %.4f".formatted(name, epoch, epochs, accuracy));
        advance(1);
    }

    private void advance(int epochs) {
        int all = plan.trainings()
                * plan.epochs().stream().mapToInt(Integer::intValue).sum();
        progress.at(STEP, epochsDone.addAndGet(epochs), all);
    }
}
