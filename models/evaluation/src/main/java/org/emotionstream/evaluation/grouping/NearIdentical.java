package org.emotionstream.evaluation.grouping;

import java.util.List;

/**
 * Joins pictures that look the same: the perceptual hash proposes, the correlation of the thumbnails decides.
 * The hash alone cannot: faces of different people that are cropped alike differ in as few bits as two crops of
 * one photograph. The numbers are chosen by looking at pairs of pictures; see the guide on data sets.
 */
final class NearIdentical {
    private static final double LEAST_CORRELATION = 0.90;
    private static final double LEAST_MIRRORED_CORRELATION = 0.93;

    private final List<Fingerprint> fingerprints;
    private final UnionFind groups;
    private final HashIndex index;

    private NearIdentical(List<Fingerprint> fingerprints, UnionFind groups) {
        this.fingerprints = fingerprints;
        this.groups = groups;
        this.index = new HashIndex(fingerprints.size());
    }

    /** Joins the numbers of those fingerprints that are of one photograph, mirrored or not. */
    static void join(List<Fingerprint> fingerprints, UnionFind groups) {
        NearIdentical pictures = new NearIdentical(fingerprints, groups);
        for (int number = 0; number < fingerprints.size(); number++) {
            pictures.add(number);
        }
    }

    private void add(int number) {
        Fingerprint picture = fingerprints.get(number);
        index.close(picture.hash(), other -> compare(number, other, false, LEAST_CORRELATION));
        index.close(picture.mirroredHash(), other -> compare(number, other, true, LEAST_MIRRORED_CORRELATION));
        index.add(picture.hash());
    }

    private void compare(int number, int other, boolean mirrored, double least) {
        if (groups.find(number) == groups.find(other)) {
            return;
        }
        Thumbnail thumbnail = fingerprints.get(number).thumbnail();
        if (thumbnail.correlation(fingerprints.get(other).thumbnail(), mirrored) >= least) {
            groups.join(number, other);
        }
    }
}
