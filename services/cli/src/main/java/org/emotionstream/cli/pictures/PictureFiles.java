package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;

/**
 * The pictures that a command line names.
 *
 * @param pictures in the order of the command line; those of a folder by path
 * @param skipped files of folders that are no picture by their name
 */
public record PictureFiles(List<Path> pictures, int skipped) {
    private static final List<String> SUFFIXES = List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp");

    public PictureFiles {
        pictures = List.copyOf(pictures);
    }

    /**
     * A file is taken whatever its name; of a folder and the folders in it, what is a picture by its name.
     *
     * @throws CommandException when something is not there or cannot be read, or there is no picture at all
     */
    public static PictureFiles find(List<Path> filesAndFolders) {
        List<Path> pictures = new ArrayList<>();
        int skipped = 0;
        for (Path path : filesAndFolders) {
            if (!Files.exists(path)) {
                throw usage("there is no file or folder " + path);
            }
            if (Files.isDirectory(path)) {
                List<Path> files = filesOf(path);
                List<Path> named =
                        files.stream().filter(PictureFiles::isNamedLikeOne).toList();
                pictures.addAll(named);
                skipped += files.size() - named.size();
            } else {
                pictures.add(path);
            }
        }
        if (pictures.isEmpty()) {
            throw usage("there is no picture (" + String.join(" ", SUFFIXES) + ") in " + filesAndFolders + ", only "
                    + skipped + " other files");
        }
        pictures.forEach(PictureFiles::checkReadable);
        return new PictureFiles(pictures, skipped);
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw usage("cannot read the folder " + folder + ": " + e.getMessage());
        }
    }

    private static boolean isNamedLikeOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static void checkReadable(Path picture) {
        if (!Files.isReadable(picture)) {
            throw usage("cannot read " + picture + ": no permission");
        }
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCodes.USAGE, message);
    }
}
