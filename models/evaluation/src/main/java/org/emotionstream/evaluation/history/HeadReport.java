package org.emotionstream.evaluation.history;

import java.util.List;
import org.emotionstream.evaluation.calibration.RiskCoverage;

/**
 * How a head was fitted, all by cross-fitting on faces that no network has learned from.
 *
 * @param subsets one for each of the 15 sets of networks
 * @param riskCoverage of the head for all four
 * @param minimumConfidence below which a face is uncertain, chosen on this curve
 */
public record HeadReport(List<SubsetChoice> subsets, RiskCoverage riskCoverage, double minimumConfidence) {
    public HeadReport {
        subsets = List.copyOf(subsets);
    }
}
