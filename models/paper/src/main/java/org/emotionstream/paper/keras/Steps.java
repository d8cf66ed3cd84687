package org.emotionstream.paper.keras;

import java.util.List;

/** Compares what a chain of layers computes with what it should. */
final class Steps {
    private Steps() {}

    /**
     * @param where names the part of the network in errors
     * @throws KerasException at the first layer that does something else
     */
    static void expect(KerasFile file, String where, List<String> expected, List<GraphLayer> chain) {
        List<Step> found = Step.of(chain);
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "nothing more";
            String there = i < found.size() ? found.get(i).what() : "nothing more";
            if (!wanted.equals(there)) {
                GraphLayer last = chain.get(chain.size() - 1);
                String layer = i < found.size() ? "layer " + found.get(i).layer() : "after layer " + last.name();
                throw file.refused(layer + " (" + where + "): expected " + wanted + ", found " + there);
            }
        }
    }
}
