package org.emotionstream.evaluation.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the parts of AffectNet lie, as it is unpacked or as people move it: the two lists in the folder
 * itself or in one for the lists; the pictures in numbered folders directly or in one for the pictures. The
 * folder of the pictures may be named instead of the one above.
 *
 * @param lists the folder of {@value #TRAINING} and {@value #VALIDATION}
 * @param pictures folders in which the numbered folders may lie, the likeliest first
 */
record AffectNetLayout(Path lists, List<Path> pictures) {
    static final String TRAINING = "training.csv";
    static final String VALIDATION = "validation.csv";
    private static final String LISTS = "Manually_Annotated_file_lists";
    private static final String PICTURES = "Manually_Annotated_Images";
    private static final String BOTH = "Manually_Annotated";

    /** Of this folder, if it looks like AffectNet; one of its lists is enough for that. */
    static Optional<AffectNetLayout> find(Path folder) {
        boolean isPictures = folder.toAbsolutePath().normalize().endsWith(PICTURES);
        List<Path> roots = isPictures ? List.of(folder, folder.resolve("..").normalize()) : List.of(folder);
        return roots.stream()
                .flatMap(root -> Stream.of(root, root.resolve(LISTS)))
                .filter(lists -> Files.exists(lists.resolve(TRAINING)) || Files.exists(lists.resolve(VALIDATION)))
                .findFirst()
                .map(lists -> new AffectNetLayout(lists, pictures(roots)));
    }

    Path training() {
        return lists.resolve(TRAINING);
    }

    Path validation() {
        return lists.resolve(VALIDATION);
    }

    private static List<Path> pictures(List<Path> roots) {
        return roots.stream()
                .flatMap(root -> Stream.of(
                        root.resolve(PICTURES), root.resolve(BOTH).resolve(PICTURES), root.resolve(BOTH), root))
                .filter(Files::isDirectory)
                .toList();
    }
}
