package org.emotionstream.paper.recipe;

import java.util.Locale;
import org.emotionstream.training.export.Provenance;

/** The model card of a release by the paper's recipe: what it is, what it is not for, what it reaches. */
record PaperCard(PaperPlan plan, PaperResult result, Provenance provenance, PaperTable table) {
    private static final String USE =
            """
            Four convolutional networks and a combined model of 90 parameters, trained as the paper trained its own, as far
            as that is published. In: a whole picture, resized to 100 x 100 pixels in colour without regard to its shape, and
            the 68 landmarks of the one face in it. Out: nine probabilities, for neutral, happy, sad, surprise, fear,
            disgust, anger, contempt, and no-face (the detector was wrong).

            ## Intended use

            Comparison with the paper, on data that can be inspected.

            ## Uses that are not intended

            - **Service on camera frames.** The whole picture is squeezed into a tile: a face that does not fill its picture
              is not found.
            - Concluding what somebody *feels*: an expression is not an emotion, and the labels are what annotators saw
              in a still picture. Decisions about a person. Identifying anybody.
            - Inferring emotions of people at work or in education in the European Union: Article 5(1)(f) of the AI Act
              (Regulation (EU) 2024/1689) prohibits it, except for medical or safety reasons. Elsewhere in the Union,
              emotion recognition is a high-risk use, and the people concerned must be told.
            """;

    private static final String LIMITS =
            """
            ## Known limits

            - The recipe keeps the paper's mistakes: its own validation leaks, the last epoch is kept however it fell out,
              and the combined model learns from what the networks say about pictures that they have learned from.
            - Not calibrated; no answer is ever "uncertain"; one seed.
            - Pictures with several faces were left out of the training; when served, the best face counts.
            - Fairness is unmeasured: the data says nothing about age, gender, skin or origin of the people in it.
            """;

    String text() {
        return String.join(
                "\n",
                "# Model card: " + provenance.id(),
                "",
                USE,
                "## What it reaches: Table 1",
                "",
                new PaperTableText(table).markdown(),
                LIMITS,
                "## How it was made",
                "",
                making(),
                "## Training data and its terms",
                "",
                provenance.dataNotice().orElse("The data set came without a NOTICE.md: its terms are not known."),
                "");
    }

    private String making() {
        return String.format(
                Locale.ROOT,
                """
                %,d pictures with exactly one face and %,d changed copies; %,d of both learned from. Plan: `%s`

                Each network in one thread, %d at once; code at commit %s; sha256 of labels.csv %s; of labels and
                pictures %s. Rebuild with
                `emotionstream train --recipe paper --dataset DIR --out models/releases/%s --seed %d`
                (the same bits on the same kind of processor; other processors round differently).
                """,
                result.originals(),
                result.copies(),
                result.learned(),
                plan,
                provenance.threads(),
                provenance.commit(),
                provenance.labelsHash(),
                provenance.dataHash(),
                provenance.id(),
                plan.seed());
    }
}
