package org.emotionstream.cli.shadow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * How often and where a shadow disagrees with what serves. Its components are the fields of {@code shadow report --json}.
 *
 * @param servingReleases that answered the images that are compared
 * @param shadowReleases that the shadow answered them with
 * @param images answered by both, completely
 * @param partial answered by both, by one of them without all networks: not compared
 * @param onlyServing answered by the serving chain alone, since the shadow's first picture
 * @param onlyShadow answered by the shadow alone
 * @param servingFaces faces that only the serving release found
 * @param shadowFaces faces that only the shadow found
 * @param all faces that both found
 * @param outcomes how many faces by what was served, then by what the shadow says
 * @param groups faces by their kind: by source, size and confidence
 * @param largest the faces that differ most
 */
public record ShadowReport(
        Set<String> servingReleases,
        Set<String> shadowReleases,
        long images,
        long partial,
        long onlyServing,
        long onlyShadow,
        long servingFaces,
        long shadowFaces,
        @JsonProperty("faces") FaceTally all,
        SortedMap<String, SortedMap<String, Long>> outcomes,
        @JsonProperty("by") Map<String, SortedMap<String, FaceTally>> groups,
        List<Disagreement> largest) {
    /**
     * One face that the two see differently.
     *
     * @param imageId of its picture
     * @param source that the picture came from
     * @param place left and top of its box, in pixels
     * @param serving emotion or status that was served
     * @param shadow emotion or status of the shadow
     * @param change half the sum of the absolute differences of the nine probabilities, in [0, 1]
     */
    public record Disagreement(
            String imageId, String source, String place, String serving, String shadow, double change) {}
}
