package org.emotionstream.training.recipe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The training rows in two parts: those to learn from, and those kept apart, by which the epoch is chosen
 * and to which temperatures and head are fitted. A group is never torn apart.
 *
 * @param learned to learn from
 * @param keptApart with a clear label, and of the sources that validation is made of
 */
record HeldOut(List<LabelledFace> learned, List<LabelledFace> keptApart) {
    private static final String OTHER_KIND = "mux";

    /**
     * Splits by a hash of seed and group, so that it depends on neither order nor number of the rows.
     *
     * @param share of the groups to keep apart, in (0, 1)
     */
    static HeldOut split(List<LabelledFace> faces, long seed, double share) {
        List<LabelledFace> learned = new ArrayList<>();
        List<LabelledFace> keptApart = new ArrayList<>();
        for (LabelledFace face : faces) {
            if (hash(seed, face.group()) >= share || face.source().equals(OTHER_KIND)) {
                learned.add(face);
            } else if (face.clear()) {
                keptApart.add(face);
            }
        }
        return new HeldOut(List.copyOf(learned), List.copyOf(keptApart));
    }

    /** Evenly distributed in [0, 1). */
    static double hash(long seed, String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + text).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 6; i++) {
                bits = bits << 8 | digest[i] & 0xff;
            }
            return (double) bits / (1L << 48);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
