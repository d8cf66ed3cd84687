package org.emotionstream.endtoend.trials;

import java.util.ArrayList;
import java.util.List;

/** Trials of one run, which has image ids of its own: it may be repeated, and nothing is a duplicate. */
final class Trials {
    private final String run;
    private final List<Trial> all = new ArrayList<>();

    /**
     * @param run distinguishes it from every other one
     */
    Trials(String run) {
        this.run = run;
    }

    /** The image id of a trial of this run. */
    String id(String name) {
        return "trials/" + run + "/" + name;
    }

    /** A record whose key is its image id. */
    void add(String name, String input, byte[] value, Expected expected) {
        add(name, input, Sent.of(id(name), value), expected);
    }

    void add(String name, String input, Sent sent, Expected expected) {
        all.add(new Trial(name, input, sent, expected));
    }

    List<Trial> all() {
        return List.copyOf(all);
    }
}
