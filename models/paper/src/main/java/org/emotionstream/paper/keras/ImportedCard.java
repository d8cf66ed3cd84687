package org.emotionstream.paper.keras;

import java.util.Locale;
import java.util.Map;

/** The model card of an imported release: what is known of it, and how little that is. */
final class ImportedCard {
    private ImportedCard() {}

    static String text(String id, ImportRecord record) {
        StringBuilder sources = new StringBuilder("| what | file | sha256 | graph |\n|---|---|---|---|\n");
        for (Map.Entry<String, ImportRecord.Source> source : record.sources().entrySet()) {
            ImportRecord.Source file = source.getValue();
            sources.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | `%s` | %s |%n",
                    source.getKey(),
                    file.name(),
                    file.sha256(),
                    file.graph()));
        }
        return String.format(
                Locale.ROOT,
                """
                # Model card: %s

                Imported from Keras: four networks of the paper's architectures and its combined model, a scaler and 33
                principal components. In: the whole picture as a tile of 100 x 100 pixels in colour, and the 68 landmarks of
                the face in it. Out: nine probabilities, for neutral, happy, sad, surprise, fear, disgust, anger, contempt,
                and no-face (the detector was wrong).

                ## Intended use

                Research and demonstration: which facial expression people would *perceive* in a picture of a face, on
                average over many pictures.

                ## Uses that are not intended

                - Concluding what somebody *feels*: an expression is not an emotion.
                - Decisions about a person; identifying anybody.
                - Inferring emotions of people at work or in education in the European Union: Article 5(1)(f) of the AI
                  Act (Regulation (EU) 2024/1689) prohibits it, except for medical or safety reasons.

                ## What is not known

                - **What it reaches.** Nothing was measured when it was imported: `emotionstream evaluate --release %s
                  --dataset DIR` does.
                - **What it was trained on**, under which terms, and how its errors are spread among people.
                - **Whether its features are ours.** Networks and components were trained on 2,249 features whose order
                  the files do not state. The import relies on the order of this code (docs/adr/0004-features.md); with
                  another, every answer is wrong and nothing says so.
                - It looks at whole pictures squeezed into a tile: a picture that is not a close crop of one face is not
                  what it was made for.

                ## Where it comes from

                %s
                "checked" means that the file described its graph and every layer was compared with the paper's; "not described"
                that the file held weights alone, and pools, activations and the order of the concatenation (picture first)
                were taken from the paper.

                Grey levels times %s; colours %s; the components keep this share of the variance: %s. Imported by the code
                at commit %s.
                """,
                id,
                id,
                sources,
                record.pixelScale(),
                record.colour(),
                record.explainedVariance(),
                record.commit());
    }
}
