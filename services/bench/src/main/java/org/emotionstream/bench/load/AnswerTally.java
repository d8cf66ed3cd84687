package org.emotionstream.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Accounts for every picture that is sent: each is to be answered once. Safe for use by many threads. */
final class AnswerTally {
    private final Map<String, Long> open = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    /** Opens a picture. */
    synchronized void sent(String imageId, long nanos) {
        open.put(imageId, nanos);
    }

    /**
     * Closes a picture; one that is not open is a problem.
     *
     * @param latency gets the nanoseconds since it was sent, before anybody sees that it is answered
     */
    synchronized void answered(String imageId, long nanos, LongConsumer latency) {
        Long sent = open.remove(imageId);
        if (sent == null) {
            (answered.contains(imageId) ? twice : unknown).add(imageId);
            return;
        }
        answered.add(imageId);
        latency.accept(nanos - sent);
    }

    /** Adds a record that no picture of ours should cause: a rejected picture, or the amendment of a partial answer. */
    synchronized void elsewhere(String topic, String imageId) {
        elsewhere.add(imageId + " on " + topic);
    }

    /** How many pictures are not answered yet. */
    synchronized int open() {
        return open.size();
    }

    /** How many pictures are answered. */
    synchronized int answered() {
        return answered.size();
    }

    /** What is wrong by now, one line a kind: pictures without an answer, with two, and answers without a picture. */
    synchronized List<String> problems() {
        List<String> problems = new ArrayList<>();
        add(problems, "pictures without an answer", List.copyOf(open.keySet()));
        add(problems, "pictures with a second answer", twice);
        add(problems, "answers to pictures that were not sent", unknown);
        add(problems, "rejected pictures and amended answers", elsewhere);
        return problems;
    }

    private static void add(List<String> problems, String kind, List<String> ids) {
        if (!ids.isEmpty()) {
            problems.add(kind + ": " + ids.size() + ", for example " + ids.get(0));
        }
    }
}
