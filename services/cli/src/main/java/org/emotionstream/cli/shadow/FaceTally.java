package org.emotionstream.cli.shadow;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How faces of one kind compare.
 *
 * @param faces that both have found
 * @param differ of these, with another emotion or status
 * @param measured of these, for which the networks of both ran
 * @param change sum over the measured of half the absolute differences of the nine probabilities
 */
@JsonIncludeProperties({"faces", "differ", "differing", "meanChange"})
@JsonPropertyOrder({"faces", "differ", "differing", "meanChange"})
public record FaceTally(long faces, long differ, long measured, double change) {
    static final FaceTally NONE = new FaceTally(0, 0, 0, 0);

    FaceTally with(FacePair pair) {
        return new FaceTally(
                faces + 1,
                differ + (pair.differs() ? 1 : 0),
                measured + (pair.change().isPresent() ? 1 : 0),
                change + pair.change().orElse(0));
    }

    /** The share of faces with another emotion or status, in [0, 1]. */
    @JsonProperty("differing")
    public double differing() {
        return faces == 0 ? 0 : (double) differ / faces;
    }

    /** The mean change of the probabilities of a face, in [0, 1]: 0 for none, 1 where they share nothing. */
    @JsonProperty("meanChange")
    public double meanChange() {
        return measured == 0 ? 0 : change / measured;
    }
}
