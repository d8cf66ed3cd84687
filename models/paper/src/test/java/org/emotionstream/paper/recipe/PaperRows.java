package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.training.optimisation.MadeUpFaces;

/** Rows that tests make up. */
final class PaperRows {
    private PaperRows() {}

    /** So many, the classes in turn, each with a grey tile that tells its class. */
    static List<PaperRow> of(int count) {
        List<PaperRow> rows = new ArrayList<>();
        MadeUpFaces.of(count, 11)
                .forEach(sample -> rows.add(new PaperRow(sample.tile(), sample.components(), sample.label())));
        return rows;
    }
}
