package org.emotionstream.training.export;

/** The parts of a model card that are the same for every release of this recipe. */
final class CardTexts {
    /** What it is for, and what it is not for. */
    static final String USE =
            """
            Four convolutional networks (the paper's architectures) and a head of 90 parameters that combines them. In: a
            grey tile of 100 x 100 pixels around a face and its 68 landmarks. Out: nine probabilities, for neutral, happy,
            sad, surprise, fear, disgust, anger, contempt, and no-face (the detector was wrong).

            ## Intended use

            Research and demonstration: which facial expression people would *perceive* in a picture of a face, on average
            over many pictures.

            ## Uses that are not intended

            - Concluding what somebody *feels*: an expression is not an emotion, and the labels are what annotators saw
              in a still picture.
            - Decisions about a person.
            - Inferring emotions of people at work or in education in the European Union: Article 5(1)(f) of the AI Act
              (Regulation (EU) 2024/1689) prohibits it, except for medical or safety reasons. Elsewhere in the Union,
              emotion recognition is a high-risk use, and the people concerned must be told.
            - Identifying anybody: the networks hold no identities, and nothing here is meant for that.
            """;

    /** What is known to be weak, and what is not known. */
    static final String LIMITS =
            """
            ## Known limits

            - **Rare classes.** Disgust, contempt and fear are rare in the data (about 0.6 %, 0.6 % and 2.4 % of the
              training faces of FER; a few dozen pictures each in validation), so that their recall is low and its figure
              uncertain: see the table of recalls. Do not rely on these three.
            - **No-face** was learned from clip art that looks like a face to the detector, not from the photographs that
              fool it in service.
            - **Small grey pictures.** Nearly all training pictures are 48 x 48 pixels scaled up. Camera pictures are
              sharper, and differ in light and pose.
            - **Fairness is unmeasured.** The data says nothing about age, gender, skin or origin of the people in it, so
              nothing is known about how errors are distributed among them. Expect them to be unequal.
            - The detection thresholds and the confidence below which a face is "uncertain" (0: never) are not yet tuned.
              Accuracy over faces found rests on pictures in which the detector found a face: read it together with
              coverage.
            """;

    private CardTexts() {}
}
