package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.emotionstream.contract.FileFailure;

/** All pictures in a folder and the folders in it, links included. What cannot be read is noted, and left. */
final class PictureWalk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Predicate<Path> isPicture;
    private final List<PictureFile> pictures = new ArrayList<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PictureWalk(Path folder, Predicate<Path> isPicture) {
        this.folder = folder;
        this.isPicture = isPicture;
    }

    /** What is found by walking to the end, whatever is met; pictures by path. */
    static PictureFiles through(Path folder, Predicate<Path> isPicture) {
        PictureWalk walk = new PictureWalk(folder, isPicture);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            walk.problem(folder, e);
        }
        walk.pictures.sort(Comparator.comparing(PictureFile::path));
        return new PictureFiles(walk.pictures, walk.skipped, walk.problems);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isPicture.test(file)) {
            skipped.merge(PictureFiles.suffix(file), 1, Integer::sum);
        } else if (attributes.isSymbolicLink()) {
            // Links are followed: this one leads nowhere.
            problem(file, "it is a link to something that is not there");
        } else if (!attributes.isRegularFile()) {
            problem(file, "it is not a regular file but a pipe, socket or device");
        } else if (!Files.isReadable(file)) {
            problem(file, "no permission");
        } else {
            pictures.add(new PictureFile(file, folder.relativize(file)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path entry, IOException problem) {
        if (!(problem instanceof NoSuchFileException) || isPicture.test(entry)) {
            problem(entry, problem);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException problem) {
        if (problem != null) {
            problem(directory, problem);
        }
        return FileVisitResult.CONTINUE;
    }

    private void problem(Path entry, IOException problem) {
        problem(entry, FileFailure.kind(problem));
    }

    private void problem(Path entry, String why) {
        problems.add("left out: " + FileName.shown(entry) + ": " + why);
    }
}
