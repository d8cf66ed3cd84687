package org.emotionstream.combiner.topology;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells how far the topics of the networks reach, so that nobody is given up whose answer lies there unread. */
@FunctionalInterface
public interface BranchEnds {
    /**
     * Asks, without waiting, where this partition of each of the four topics ends now.
     *
     * @return by network (model-1 to model-4)
     */
    CompletionStage<Map<String, Position>> ask(int partition);

    /**
     * Where one partition of one topic ends, and how far we have come.
     *
     * @param end the offset of the next record that will be written
     * @param committed the offset of the next record that the group has not finished
     */
    record Position(long end, long committed) {}
}
