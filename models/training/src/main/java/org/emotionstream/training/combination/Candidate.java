package org.emotionstream.training.combination;

import org.emotionstream.contract.SubsetHead;

/** A way to combine the answers of a subset of the networks. */
interface Candidate {
    /** What reports call it. */
    String name();

    /** Fitted to these faces. */
    SubsetHead fit(HeadFaces faces, int[] rows);
}
