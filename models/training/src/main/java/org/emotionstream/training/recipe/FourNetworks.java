package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.emotionstream.evaluation.threads.Work;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** Trains the networks of all trainings; each in one thread, so that the result depends on nothing else that runs. */
final class FourNetworks {
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
        List<Supplier<TrainedNetwork>> work = new ArrayList<>();
        for (int training = 0; training < trainers.size(); training++) {
            for (PaperArchitecture architecture : PaperArchitecture.LONGEST_FIRST) {
                int number = training;
                work.add(() -> trained(trainers.get(number), number, architecture));
            }
        }
        List<TrainedNetwork> networks = Work.each(work, Supplier::get, threads, () -> {});
        List<List<TrainedNetwork>> trainings = new ArrayList<>();
        for (int first = 0; first < networks.size(); first += PaperArchitecture.LONGEST_FIRST.size()) {
            trainings.add(networks.subList(first, first + PaperArchitecture.LONGEST_FIRST.size()).stream()
                    .sorted(Comparator.comparing(
                            network -> network.architecture().label()))
                    .toList());
        }
        return trainings;
    }

    private TrainedNetwork trained(NetworkTrainer trainer, int training, PaperArchitecture architecture) {
        String name = "training " + (training + 1) + ", " + architecture.label();
        NetworkFile file = folder.network(plan, training, architecture);
        return file.orTrained(
                architecture,
                () -> {
                    progress.tell(name + ": already trained, taken from " + file.file());
                    advance(plan.epochs(architecture));
                },
                () -> trainer.train(
                        architecture,
                        plan.optimisation(architecture),
                        plan.epochs(architecture),
                        plan.networkSeed(training, architecture),
                        (epoch, accuracy) -> finished(name, epoch, plan.epochs(architecture), accuracy)));
    }

    private void finished(String name, int epoch, int epochs, double accuracy) {
        progress.tell(String.format(
                Locale.ROOT, "%s: epoch %d of %d, accuracy on the choosing part %.4f", name, epoch, epochs, accuracy));
        advance(1);
    }

    private void advance(int epochs) {
        int all = plan.trainings()
                * plan.epochs().stream().mapToInt(Integer::intValue).sum();
        progress.at(STEP, epochsDone.addAndGet(epochs), all);
    }
}
