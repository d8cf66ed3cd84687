package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotionstream.evaluation.report.TableOne;
import org.junit.jupiter.api.Test;

class PaperTableTextTest {
    private static final PaperTable TABLE = new PaperTable(
            List.of(
                    new PaperTable.Row("model-1", 259_293, 0.57, 0.41, 0.7591, 0.6984, figures(0.677)),
                    new PaperTable.Row("combined", 90, 0.69, 0.43, 0.7702, 0.7193, figures(0.716))),
            figures(0.339),
            "neutral",
            16_302,
            4_076,
            2_400,
            3_200,
            31,
            0.9551);

    @Test
    void standsInColumnsBesideThePapers() {
        assertThat(new PaperTableText(TABLE).plain().lines())
                .contains(
                        "model-1             259,293   0.57       0.41        0.759    0.698      0.677    0.500    0.400     0.390     0.410")
                .contains(
                        "combined                 90   0.69       0.43        0.770    0.719      0.716    0.500    0.400     0.390     0.410")
                .contains(
                        "always neutral            0   -          -           -        -          0.339    0.500    0.400     0.390     0.410");
    }

    @Test
    void saysWhatMustBeKnownToReadIt() {
        for (String text : List.of(new PaperTableText(TABLE).plain(), new PaperTableText(TABLE).markdown())) {
            assertThat(text)
                    .contains(TableOne.NOT_COMPARABLE)
                    .contains("It leaks")
                    .contains("16,302 rows learned from", "the last 4,076 of the shuffled rows")
                    .contains("2,400 faces found in 3,200 pictures whose group is not in train")
                    .contains("kept by 31 components", "keep 95.51 %");
        }
    }

    @Test
    void isMarkdownForTheCard() {
        assertThat(new PaperTableText(TABLE).markdown().lines())
                .contains("| model-1 | 259,293 | 0.57 | 0.41 | 0.759 | 0.698 | 0.677 | 0.500 | 0.400 | 0.390 | 0.410 |")
                .contains("| always neutral | 0 | – | – | – | – | 0.339 | 0.500 | 0.400 | 0.390 | 0.410 |");
    }

    private static PaperTable.Figures figures(double accuracy) {
        return new PaperTable.Figures(accuracy, 0.5, 0.4, 0.39, 0.41);
    }
}
