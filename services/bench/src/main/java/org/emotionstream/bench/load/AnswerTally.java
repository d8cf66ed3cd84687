package org.emotionstream.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

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
     * Closes a picture.
     *
     * @return nanoseconds since it was sent; empty when it is not open, which {@link #problems} reports
     */
    synchronized OptionalLong answered(String imageId, long nanos) {
        Long sent = open.remove(imageId);
        if (sent == null) {
            (answered.contains(imageId) ? twice : unknown).add(imageId);
            return OptionalLong.empty();
        }
        answered.add(imageId);
        return OptionalLong.of(nanos - sent);
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
