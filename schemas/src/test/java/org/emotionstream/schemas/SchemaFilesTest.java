package org.emotionstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class SchemaFilesTest {
    @Test
    void theFilesAreNumberedInFlowOrder() throws IOException {
        assertThat(SchemaFiles.in(SchemaFiles.CURRENT).keySet())
                .containsExactly(
                        "1-RawImage.avsc",
                        "2-ImageLandmarks.avsc",
                        "3-ImageFeatures.avsc",
                        "4-EmotionDistributions.avsc",
                        "5-ImageEmotions.avsc",
                        "6-ImageTaken.avsc",
                        "7-LedgerEntry.avsc");
    }

    @Test
    void eachFileAloneHasTheFingerprintThatTheServicesWrite() throws IOException {
        List<Schema> generated = List.of(
                RawImage.getClassSchema(),
                ImageLandmarks.getClassSchema(),
                ImageFeatures.getClassSchema(),
                EmotionDistributions.getClassSchema(),
                ImageEmotions.getClassSchema(),
                ImageTaken.getClassSchema(),
                LedgerEntry.getClassSchema());
        assertThat(SchemaFiles.in(SchemaFiles.CURRENT).values())
                .extracting(SchemaNormalization::parsingFingerprint64)
                .containsExactlyElementsOf(generated.stream()
                        .map(SchemaNormalization::parsingFingerprint64)
                        .toList());
    }

    @Test
    void everyFieldAndTypeIsExplainedInASentence() throws IOException {
        for (Map.Entry<String, Schema> file :
                SchemaFiles.in(SchemaFiles.CURRENT).entrySet()) {
            explained(file.getKey(), file.getValue());
        }
    }

    @Test
    void theClassesStandInTheOrderInWhichProbabilitiesArePacked() {
        assertThat(Emotion.values())
                .extracting(Emotion::name)
                .containsExactly(
                        "neutral", "happy", "sad", "surprise", "fear", "disgust", "anger", "contempt", "no_face");
    }

    private static void explained(String where, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(where + " " + schema.getName()).isNotBlank();
                for (Schema.Field field : schema.getFields()) {
                    String name = where + " " + schema.getName() + "." + field.name();
                    assertThat(field.doc()).as(name).isNotNull().endsWith(".");
                    explained(name, field.schema());
                }
            }
            case ENUM -> assertThat(schema.getDoc()).as(where).isNotBlank();
            case ARRAY -> explained(where, schema.getElementType());
            case UNION -> schema.getTypes().forEach(branch -> explained(where, branch));
            default -> {
                // A plain number or text is explained by its field.
            }
        }
    }
}
