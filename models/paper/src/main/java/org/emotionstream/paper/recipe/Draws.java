package org.emotionstream.paper.recipe;

import java.util.Random;
import java.util.SplittableRandom;

/** Random numbers for each thing that is drawn, by its name, so that none depends on how many others were drawn. */
final class Draws {
    private Draws() {}

    static long seed(long seed, String name) {
        return new SplittableRandom(seed * 1_000_003 + name.hashCode()).nextLong();
    }

    static Random random(long seed, String name) {
        return new Random(seed(seed, name));
    }
}
