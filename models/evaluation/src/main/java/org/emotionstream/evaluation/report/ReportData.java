package org.emotionstream.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/**
 * Everything that a report shows. Whatever is not known is left empty, and its section is left out: start from
 * {@link #of} and add what there is.
 *
 * @param release the id of the release
 * @param provenance what it was made of, by name, in the order in which it is shown: seeds, hashes, commit
 * @param tableOne the paper's Table 1 beside ours
 * @param curves of each model and seed
 * @param measured what the release answers for pictures that it has not learned from
 * @param seeds the combination against the best single model, for each seed
 * @param head how the head was chosen for each set of networks
 * @param skew how far answers depend on the guise of a face
 * @param faceFree what is answered where there is no face
 */
public record ReportData(
        String release,
        Map<String, String> provenance,
        Optional<TableOne> tableOne,
        List<Curve> curves,
        Optional<Measured> measured,
        List<SeedResult> seeds,
        Optional<HeadReport> head,
        Optional<SkewReport> skew,
        Optional<FaceFreeReport> faceFree) {
    public ReportData {
        // Not Map.copyOf, which forgets the order.
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
        curves = List.copyOf(curves);
        seeds = List.copyOf(seeds);
    }

    /** A report that shows nothing yet but where the release comes from. */
    public static ReportData of(String release, Map<String, String> provenance) {
        return new ReportData(
                release,
                provenance,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With the paper's Table 1. */
    public ReportData with(TableOne table) {
        return new ReportData(release, provenance, Optional.of(table), curves, measured, seeds, head, skew, faceFree);
    }

    /** With learning curves instead of those it has. */
    public ReportData withCurves(List<Curve> others) {
        return new ReportData(release, provenance, tableOne, others, measured, seeds, head, skew, faceFree);
    }

    /** With a measurement. */
    public ReportData with(Measured measurement) {
        return new ReportData(
                release, provenance, tableOne, curves, Optional.of(measurement), seeds, head, skew, faceFree);
    }

    /** With results for each seed instead of those it has. */
    public ReportData withSeeds(List<SeedResult> others) {
        return new ReportData(release, provenance, tableOne, curves, measured, others, head, skew, faceFree);
    }

    /** With the head's choice. */
    public ReportData with(HeadReport choice) {
        return new ReportData(
                release, provenance, tableOne, curves, measured, seeds, Optional.of(choice), skew, faceFree);
    }

    /** With the skew between guises. */
    public ReportData with(SkewReport guises) {
        return new ReportData(
                release, provenance, tableOne, curves, measured, seeds, head, Optional.of(guises), faceFree);
    }

    /** With what is answered where there is no face. */
    public ReportData with(FaceFreeReport noFaces) {
        return new ReportData(release, provenance, tableOne, curves, measured, seeds, head, skew, Optional.of(noFaces));
    }
}
