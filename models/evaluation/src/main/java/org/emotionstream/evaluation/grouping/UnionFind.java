package org.emotionstream.evaluation.grouping;

/** Sets of the numbers 0 to count - 1, each alone at first, that can be joined. For one thread. */
final class UnionFind {
    private final int[] parents;

    UnionFind(int count) {
        parents = new int[count];
        for (int i = 0; i < count; i++) {
            parents[i] = i;
        }
    }

    /** The least number of the set of this one. */
    int find(int number) {
        int root = number;
        while (parents[root] != root) {
            // Halving the path keeps it short.
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    void join(int one, int other) {
        int first = find(one);
        int second = find(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }
}
