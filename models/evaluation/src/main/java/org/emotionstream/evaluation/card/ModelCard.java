package org.emotionstream.evaluation.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.report.Findings;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.evaluation.report.Summary;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/**
 * What somebody must know who wants to use a release: what for, what not for, how good, on what, whose data.
 * What it says about quality follows from the figures; what was not measured, it says, is not known.
 */
public final class ModelCard {
    private static final String UNKNOWN = "Not measured: nothing is known about it.\n";

    private final CardFacts facts;
    private final ReportData data;

    /** A card of these facts, whose figures are those of the report beside it. */
    public ModelCard(CardFacts facts, ReportData data) {
        this.facts = facts;
        this.data = data;
    }

    /** The whole card. */
    public String text() {
        return String.join(
                "\n",
                "# Model card: " + facts.id(),
                "",
                description(),
                CardTexts.USE,
                "## What it reaches",
                "",
                data.measured()
                        .map(ModelCard::reached)
                        .orElse("Not measured on pictures that nothing was learned from: the data set has none.\n"),
                chosen(),
                "## What it does not recognise",
                "",
                data.measured()
                        .map(measured -> Markdown.list(Findings.weak(Summary.recognised(measured))))
                        .orElse(UNKNOWN),
                "## Uncertain, and not a face",
                "",
                uncertain(),
                "## In other guises",
                "",
                data.skew().map(ModelCard::skew).orElse(UNKNOWN),
                CardTexts.FAIRNESS,
                "## How it was made",
                "",
                made(),
                "## Training data and its terms",
                "",
                facts.dataNotice().orElse("The data set came without a NOTICE.md: its terms are not known."),
                "");
    }

    private String description() {
        return String.format(
                Locale.ROOT,
                """
                Four convolutional networks (the paper's architectures) and a head that combines them. In: a %s tile of
                %d x %d pixels (policy `%s`) and the 68 landmarks of a face. Out: nine probabilities, for neutral, happy, sad,
                surprise, fear, disgust, anger, contempt, and no-face (the detector was wrong). `%s` beside this card shows
                all that is summed up here.
                """,
                facts.tile().colour(),
                facts.tile().size(),
                facts.tile().size(),
                facts.tile().policy(),
                ReportWriter.HTML);
    }

    private static String reached(Measured measured) {
        CardFigures figures = new CardFigures(measured);
        return String.join("\n", figures.models(), figures.classes(), figures.withoutOne(), figures.faces());
    }

    /** The scores on the faces that were not learned from, but chose. */
    private String chosen() {
        return facts.chosenOn() + "\n\n"
                + Markdown.table(
                        List.of("", "n", "accuracy", "macro-F1 (8 emotions)"),
                        facts.chosen().entrySet().stream()
                                .map(one -> List.of(
                                        one.getKey(),
                                        Markdown.count(one.getValue().faces()),
                                        Markdown.number(one.getValue().accuracy()),
                                        Markdown.number(one.getValue().macroF1())))
                                .toList());
    }

    private String uncertain() {
        StringBuilder text =
                new StringBuilder("A face is *uncertain* when no class is as probable as the release asks; it"
                        + " is *not a face* when the ninth class is the most probable: the detector was wrong.\n\n");
        data.measured().ifPresent(measured -> text.append("- ")
                .append(Summary.uncertain(measured))
                .append("\n- ")
                .append(new CardFigures(measured).notAFace())
                .append('\n'));
        if (data.measured().isEmpty()) {
            text.append(UNKNOWN);
        }
        return text.append('\n')
                .append(data.faceFree()
                        .map(ModelCard::faceFree)
                        .orElse("What is answered for photographs without a face was not measured.\n"))
                .toString();
    }

    private static String faceFree(FaceFreeReport report) {
        return Markdown.table(
                List.of("pictures without a face", "n", "boxes", "not a face", "uncertain", "an emotion (wrong)"),
                report.sources().stream()
                        .map(source -> List.of(
                                source.name(),
                                Markdown.count(source.pictures()),
                                Markdown.count(source.boxes()),
                                Markdown.count(source.notAFace()),
                                Markdown.count(source.uncertain()),
                                Markdown.count(source.emotions())))
                        .toList());
    }

    private static String skew(SkewReport report) {
        return "The same faces in two guises: how many of those found in both keep their most probable class, and how far"
                + " the nine probabilities move (total variation).\n\n"
                + Markdown.table(
                        List.of("kind", "guises", "n", "found in both", "keep their emotion", "mean change"),
                        report.comparisons().stream()
                                .map(one -> List.of(
                                        one.kind(),
                                        one.guises(),
                                        Markdown.count(one.faces()),
                                        Markdown.count(one.foundInBoth()),
                                        one.foundInBoth() == 0 ? "–" : Markdown.percent(one.kept()),
                                        one.foundInBoth() == 0 ? "–" : Markdown.number(one.meanChange())))
                                .toList());
    }

    private String made() {
        List<String> lines = new ArrayList<>();
        for (CardFacts.NetworkFact network : facts.networks()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %,d parameters, epoch %d of %d",
                    network.name(),
                    network.parameters(),
                    network.epoch(),
                    network.epochs()));
        }
        String made = facts.made().entrySet().stream()
                .map((Map.Entry<String, String> fact) -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
        return Markdown.list(lines) + "\n" + made + "\nRebuild with\n\n```\n" + facts.rebuild()
                + "\n```\n\n(the same bits on the same kind of processor; other processors round differently).\n";
    }
}
