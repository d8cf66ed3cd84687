package org.emotionstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.endtoend.faults.stream.FaceCrops;
import org.emotionstream.schemas.Box;

/** The twelve photographs of Debian's dlib package, as installed or as the command line has unpacked them. */
public final class Photographs {
    private static final String FOLDER = "examples/faces";

    private Photographs() {}

    static List<Path> all() throws IOException {
        for (Path root :
                List.of(Path.of("/usr/share/doc"), CommandLineInterface.root().resolve(".emotionstream"))) {
            try (Stream<Path> files = Files.find(root, 9, (file, attributes) -> isPhotograph(file))) {
                List<Path> found = files.sorted().toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw new AssertionError("no photographs of dlib's package on this machine: run ./emotionstream demo first");
    }

    /** These many small pictures of one face, which the chain answers in a few milliseconds; all differ. */
    public static List<byte[]> portraits(int count) throws IOException {
        for (Path file : all()) {
            if (file.endsWith("bald_guys.jpg")) {
                FaceCrops crops = new FaceCrops();
                crops.add(Files.readAllBytes(file), List.of(new Box(873, 117, 156, 155)));
                return crops.pictures(count);
            }
        }
        throw new AssertionError("dlib's package has no photograph bald_guys.jpg");
    }

    /** The photograph with the fewest bytes: 41,770 of them, two faces. */
    static byte[] smallest() throws IOException {
        byte[] smallest = Files.readAllBytes(all().get(0));
        for (Path file : all()) {
            byte[] bytes = Files.readAllBytes(file);
            smallest = bytes.length < smallest.length ? bytes : smallest;
        }
        return smallest;
    }

    private static boolean isPhotograph(Path file) {
        return file.toString().endsWith(".jpg")
                && file.getParent().endsWith(FOLDER)
                && file.toString().contains("/libdlib");
    }
}
