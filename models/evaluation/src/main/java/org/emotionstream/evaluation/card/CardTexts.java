package org.emotionstream.evaluation.card;

/** The parts of a model card that hold for every release, because they claim nothing that is measured. */
final class CardTexts {
    /** What it is for, and what it is not for. */
    static final String USE =
            """
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

    /** What nobody has measured. */
    static final String FAIRNESS =
            """
            ## Fairness

            **Unmeasured.** The data says nothing about age, gender, skin or origin of the people in it, so nothing is known
            about how errors are distributed among them. Expect them to be unequal.
            """;

    private CardTexts() {}
}
