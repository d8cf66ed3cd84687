package org.emotionstream.combiner.topology;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Where the topics of the four networks end, so that no picture is given up whose answer lies there unread. */
@FunctionalInterface
public interface BranchEnds {
    /**
     * Asks, without waiting, where this partition of each of the four topics ends now, and before that how far each
     * network has come in its own input.
     *
     * @return by network (model-1 to model-4)
     */
    CompletionStage<Map<String, Position>> ask(int partition);

    /**
     * Where one partition of a network's topic ends, and how far the combiner has come.
     *
     * @param end the offset of the next record that will be written
     * @param committed the offset of the next record that the combiner's group has not finished
     * @param input of the network, asked before {@code end}: what the network had committed is in {@code end}
     */
    record Position(long end, long committed, Input input) {}

    /**
     * How far a network has come in the same partition of its input. A worker commits a record of its input after its
     * output is written.
     *
     * @param end the offset of the next record that the featurizer will write
     * @param committed the offset of the next record that the network's group has not finished; 0 for none
     */
    record Input(long end, long committed) {
        /** The input where it may not be looked at: nothing of it counts as unread. */
        static final Input UNKNOWN = new Input(0, 0);
    }
}
