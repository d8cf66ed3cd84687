package org.emotionstream.evaluation.skew;

import java.util.List;

/**
 * What is answered where there is no face.
 *
 * @param sources one for each collection of pictures without faces
 */
public record FaceFreeReport(List<Source> sources) {
    /**
     * One collection.
     *
     * @param name for example {@code photographs}
     * @param pictures how many were searched, none of which shows a face
     * @param boxes how many boxes the detector took for a face; those that could not be measured are of no other count
     * @param notAFace how many of these boxes were answered as not a face
     * @param uncertain how many were uncertain
     * @param emotions how many got an emotion, wrongly
     */
    public record Source(String name, int pictures, int boxes, int notAFace, int uncertain, int emotions) {
        /** What a source at another detector threshold than the release's has between its name and the threshold. */
        static final String OTHER_THRESHOLD = ", detector threshold ";

        /** Whether these are the boxes that serving would find, not those at another threshold. */
        public boolean asServed() {
            return !name.contains(OTHER_THRESHOLD);
        }

        /** False boxes that the detector finds in 1,000 such pictures. */
        public double boxesPerThousand() {
            return 1000.0 * boxes / pictures;
        }

        /** False emotions in 1,000 such pictures: what an analyst would see. */
        public double emotionsPerThousand() {
            return 1000.0 * emotions / pictures;
        }
    }

    public FaceFreeReport {
        sources = List.copyOf(sources);
    }
}
