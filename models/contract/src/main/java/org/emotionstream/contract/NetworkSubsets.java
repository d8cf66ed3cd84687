package org.emotionstream.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The four networks and their 15 non-empty subsets. A subset is numbered by a mask: bit 0 stands for
 * model-1, bit 3 for model-4; so the masks are 1 to 15.
 */
public final class NetworkSubsets {
    /** The names of the networks in their order: model-1 to model-4. */
    public static final List<String> NETWORKS = List.of("model-1", "model-2", "model-3", "model-4");

    /** The mask of all four. */
    public static final int COMPLETE = (1 << NETWORKS.size()) - 1;

    /** The 15 subsets by their mask less 1, each with its names in the order of the networks. */
    public static final List<List<String>> ALL =
            IntStream.rangeClosed(1, COMPLETE).mapToObj(NetworkSubsets::names).toList();

    private NetworkSubsets() {}

    /**
     * The names of a subset in the order of the networks.
     *
     * @param mask 1 to 15
     */
    public static List<String> names(int mask) {
        List<String> names = new ArrayList<>();
        for (int network = 0; network < NETWORKS.size(); network++) {
            if ((mask >> network & 1) == 1) {
                names.add(NETWORKS.get(network));
            }
        }
        return List.copyOf(names);
    }

    /**
     * The mask of a subset.
     *
     * @param names in the order of the networks, at least one, none twice
     * @throws IllegalArgumentException when these are not such names
     */
    public static int mask(List<String> names) {
        int index = ALL.indexOf(names);
        if (index < 0) {
            throw new IllegalArgumentException("expected some of " + NETWORKS + " in this order, found " + names);
        }
        return index + 1;
    }
}
