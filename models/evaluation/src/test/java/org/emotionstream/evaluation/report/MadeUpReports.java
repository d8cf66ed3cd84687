package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.calibration.ProbabilityScores;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.history.SubsetChoice;
import org.emotionstream.evaluation.measurement.Answers;
import org.emotionstream.evaluation.measurement.EvaluatedPicture;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.ServedAnswer;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/** Reports of trainings that never were. */
public final class MadeUpReports {
    private MadeUpReports() {}

    /** One that has everything. */
    public static ReportData whole() {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("seeds", "1, 2");
        provenance.put("commit", "<abc & def>");
        return new ReportData(
                "made-up",
                provenance,
                Optional.of(tableOne()),
                curves(),
                Optional.of(Measured.of(evaluation(), 0.5)),
                List.of(
                        new SeedResult(1, 300, "model-2", 0.81, 0.8, new Interval(0.0123, 0.0045, 0.0199)),
                        new SeedResult(2, 310, "model-1", 0.8, 0.8, new Interval(0, -0.01, 0.01))),
                Optional.of(head()),
                Optional.of(new SkewReport(List.of(
                        new SkewReport.Comparison("frames", "smallest face 40 against 80", 90, 77, 0.913, 0.067)))),
                Optional.of(new FaceFreeReport(List.of(new FaceFreeReport.Source("photographs", 200, 14, 9, 2, 3)))));
    }

    /** One of which nothing is known but its release. */
    public static ReportData bare(String release) {
        return new ReportData(
                release,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** 240 pictures: contempt is never recognised, every twelfth picture has no face. */
    public static EvaluationReport evaluation() {
        Random random = new Random(7);
        List<EvaluatedPicture> pictures = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            Emotion label = Emotion.values()[i % 9];
            pictures.add(new EvaluatedPicture(
                    "picture-" + i,
                    "made-up",
                    "group-" + i / 2,
                    label,
                    i % 9 == 8 ? Optional.empty() : Optional.of(Answers.distribution(label, 0.4 + (i % 7) / 10.0)),
                    i % 12 == 0 ? new ServedAnswer.Unanswered("no face detected") : answer(label, random)));
        }
        return Answers.report("made-up", new Evaluation(pictures));
    }

    private static ServedAnswer answer(Emotion label, Random random) {
        Emotion combined = label == Emotion.CONTEMPT || random.nextInt(5) == 0 ? Emotion.NEUTRAL : label;
        List<Emotion> networks = new ArrayList<>();
        for (int network = 0; network < 4; network++) {
            networks.add(random.nextInt(3) == 0 ? Emotion.HAPPY : combined);
        }
        ServedAnswer.Answered one = Answers.answered(networks, combined, 0.3 + 0.69 * random.nextDouble());
        return new ServedAnswer.Answered(
                one.networks(),
                one.combined(),
                java.util.Collections.nCopies(4, one.combined()),
                30 + random.nextInt(90),
                0.5);
    }

    private static TableOne tableOne() {
        List<TableOne.Row> rows = new ArrayList<>();
        for (String model : List.of("model-1", "model-2", "model-3", "model-4", "combined")) {
            rows.add(TableOne.Row.of(model, 12345, OptionalDouble.of(0.777), 0.654, 0.432, 0.321));
        }
        return new TableOne("100 rows", "n = 50 faces", rows, 0.368, "neutral");
    }

    private static List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            for (int model = 1; model <= 4; model++) {
                List<EpochScores> epochs = new ArrayList<>();
                for (int epoch = 1; epoch <= 5; epoch++) {
                    epochs.add(
                            new EpochScores(2.0 / epoch, 0.4 + 0.05 * epoch, 1.9 / epoch, 0.3 + 0.04 * epoch * seed));
                }
                curves.add(new Curve("model-" + model, seed, 4, epochs));
            }
        }
        return curves;
    }

    private static HeadReport head() {
        List<SubsetChoice> subsets = new ArrayList<>();
        for (int mask = 1; mask < 16; mask++) {
            List<String> networks = new ArrayList<>();
            for (int network = 0; network < 4; network++) {
                if ((mask >> network & 1) == 1) {
                    networks.add("model-" + (network + 1));
                }
            }
            subsets.add(new SubsetChoice(
                    networks,
                    "weighted",
                    Map.of(
                            "weighted", new ProbabilityScores(8000, 0.7 + mask / 1000.0, 0.6, 0.3, 0.0124),
                            "average", new ProbabilityScores(8000, 0.69, 0.61, 0.31, 0.02))));
        }
        return new HeadReport(
                subsets,
                new RiskCoverage(List.of(
                        new RiskCoverage.Point(0, 1, 0.2),
                        new RiskCoverage.Point(0.5, 0.8, 0.1),
                        new RiskCoverage.Point(0.9, 0.4, 0.02))),
                0.5);
    }
}
