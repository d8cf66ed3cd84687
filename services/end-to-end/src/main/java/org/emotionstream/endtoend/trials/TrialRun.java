package org.emotionstream.endtoend.trials;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Topics;

/** Sends each trial to a chain that runs, and compares what became of it with what is right. */
final class TrialRun {
    /** Between one outcome and the next: 48 megapixels on a busy machine, and the deadline of a partial answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final ChainConfiguration configuration;
    private final Topics topics;
    private final Consumer<String> progress;

    /**
     * @param progress told how far it is
     */
    TrialRun(ChainConfiguration configuration, Topics topics, Consumer<String> progress) {
        this.configuration = configuration;
        this.topics = topics;
        this.progress = progress;
    }

    /** A trial, what became of it, and whether that is right. */
    record Result(Trial trial, Seen seen, boolean isRight) {}

    /** The results, in the order of the trials. */
    List<Result> run(List<Trial> trials) throws InterruptedException {
        Map<String, Seen> notSent = new LinkedHashMap<>();
        Map<String, String> imageIds = new LinkedHashMap<>();
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (Outcomes outcomes = new Outcomes(configuration, topics);
                Cameras cameras = new Cameras(configuration, topics.imagesRaw())) {
            for (Trial trial : trials) {
                try {
                    imageIds.put(trial.name(), imageId(trial.sent(), cameras.send(trial.sent())));
                } catch (ExecutionException e) {
                    notSent.put(trial.name(), new Seen.NotSent(String.valueOf(e.getCause())));
                }
            }
            progress.accept(imageIds.size() + " of " + trials.size() + " sent");
            outcomes.await(
                    Set.copyOf(imageIds.values()),
                    PATIENCE,
                    found -> progress.accept(found + " of " + imageIds.size() + " have an outcome"));
            outcomes.settle(SETTLE);
            imageIds.forEach((name, imageId) -> seen.put(name, outcomes.of(imageId)));
        }
        seen.putAll(notSent);
        return results(trials, seen);
    }

    private String imageId(Sent sent, RecordMetadata metadata) {
        return sent.imageId()
                .orElseGet(() -> topics.imagesRaw() + "-" + metadata.partition() + "-" + metadata.offset());
    }

    private static List<Result> results(List<Trial> trials, Map<String, Seen> seen) {
        List<Result> results = new ArrayList<>();
        for (Trial trial : trials) {
            Seen one = seen.get(trial.name());
            results.add(new Result(trial, one, trial.expected().holds().test(one, seen)));
        }
        return results;
    }

    /** One line for each, and one with the counts. */
    static List<String> lines(List<Result> results) {
        List<String> lines = results.stream().map(TrialRun::line).collect(Collectors.toCollection(ArrayList::new));
        long right = results.stream().filter(Result::isRight).count();
        lines.add(results.size() + (results.size() == 1 ? " trial: " : " trials: ") + right + " ok, "
                + (results.size() - right) + " WRONG");
        return lines;
    }

    private static String line(Result result) {
        Trial trial = result.trial();
        return String.format(
                Locale.ROOT,
                "%-5s  %-18s %s | expected: %s | seen: %s",
                result.isRight() ? "ok" : "WRONG",
                trial.name(),
                trial.input(),
                trial.expected().words(),
                result.seen().words());
    }
}
