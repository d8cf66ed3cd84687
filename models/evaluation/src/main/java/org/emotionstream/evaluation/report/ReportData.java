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
 * Everything that a report shows. Whatever is not known is left empty, and its section is left out.
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
}
