package org.emotionstream.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;

/** Where on its way a picture was last seen: the stages that have it, and whose output has not. */
public final class Trail {
    private static final int BEFORE_THE_FORK = 2;

    /**
     * A stage that has it, and who should have passed it on.
     *
     * @param topic that has it; empty where the topics on the way keep nothing of that time any more
     * @param place on it
     * @param group that reads this topic, and whose output does not have the picture; empty when all is done
     * @param read whether the group has read past it
     */
    public record Step(String topic, Optional<RecordPlace> place, String group, boolean read) {
        /** For example {@code images.features 2@17, which cnn-worker-model-3 has read}. */
        @Override
        public String toString() {
            if (topic.isEmpty()) {
                return "not known: the topics between no longer keep records of that time";
            }
            String where = topic + place.map(at -> " " + at).orElse("");
            return group.isEmpty() ? where : where + ", which " + group + (read ? " has read" : " has not read yet");
        }
    }

    private record Hop(String input, String group, String output) {}

    private final List<Hop> hops = new ArrayList<>();

    /** The way through these topics. */
    public Trail(Topics topics) {
        hops.add(new Hop(topics.imagesRaw(), topics.landmarkerGroup(), topics.imagesLandmarks()));
        hops.add(new Hop(topics.imagesLandmarks(), topics.featurizerGroup(), topics.imagesFeatures()));
        for (String model : Topics.MODELS) {
            hops.add(new Hop(topics.imagesFeatures(), topics.cnnWorkerGroup(model), topics.emotions(model)));
        }
        for (String model : Topics.MODELS) {
            hops.add(new Hop(topics.emotions(model), topics.combinerGroup(), topics.emotionsFinal()));
        }
    }

    /**
     * The stages that have it and whose next has not, in flow order.
     *
     * @param seen the topics that have it, and where
     * @param read whether a group has read the record at a place of its input
     */
    public List<Step> lastSeen(Map<String, RecordPlace> seen, Reads read) {
        List<Step> steps = new ArrayList<>();
        for (Hop hop : hops) {
            RecordPlace place = seen.get(hop.input());
            if (place != null && !seen.containsKey(hop.output()) && !overtaken(hop, seen)) {
                steps.add(new Step(
                        hop.input(),
                        Optional.of(place),
                        hop.group(),
                        read.by(hop.group()).test(hop.input(), place)));
            }
        }
        return steps;
    }

    /** What this group has read. */
    @FunctionalInterface
    public interface Reads {
        /** Tells of a topic and a place on it. */
        BiPredicate<String, RecordPlace> by(String group);
    }

    /** A stage further on has it although this output does not: that one keeps less. */
    private boolean overtaken(Hop hop, Map<String, RecordPlace> seen) {
        int at = hops.indexOf(hop);
        return at < BEFORE_THE_FORK
                && hops.stream().skip(at + 1L).map(Hop::input).anyMatch(seen::containsKey);
    }
}
