package org.emotionstream.evaluation.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.Emotion;

/** Opens a data set, whichever of the layouts it has. */
public final class Datasets {
    private Datasets() {}

    /**
     * The data set in this folder; what lies in it tells its layout.
     *
     * @throws DatasetException when no layout is recognised, saying what was looked for, or when there is
     *     something wrong with the one that is
     */
    public static Dataset open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder + " is no folder: a data set is one");
        }
        if (Files.exists(folder.resolve(ArchiveDataset.LABELS))) {
            return ArchiveDataset.open(folder);
        }
        if (AffectNetLayout.find(folder).isPresent()) {
            return AffectNetDataset.open(folder);
        }
        if (ClassFolderLayout.find(folder).isPresent()) {
            return ClassFolderDataset.open(folder);
        }
        throw new DatasetException(unknown(folder));
    }

    private static String unknown(Path folder) {
        List<String> found = ClassFolderLayout.children(folder).stream()
                .map(ClassFolderLayout::name)
                .limit(10)
                .toList();
        return folder + " is no data set that is known here. Looked for one of:\n"
                + "  labels.csv, and beside it the zip archives that it names;\n"
                + "  AffectNet: training.csv and validation.csv, there or in Manually_Annotated_file_lists, with the"
                + " columns subDirectory_filePath and expression, and the numbered folders of pictures, there or in"
                + " Manually_Annotated_Images;\n"
                + "  a folder for each class: " + String.join(", ", Emotion.labels())
                + "; or such folders below train, valid and test.\n"
                + "Found: " + (found.isEmpty() ? "nothing" : String.join(", ", found));
    }
}
