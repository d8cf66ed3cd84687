package org.emotionstream.cli.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The checkout that the command line belongs to. Everything that a local run writes lies under its one
 * ignored folder, {@code .emotionstream}.
 *
 * @param root of the checkout
 * @param local the ignored folder; elsewhere for tests, which must not meet a chain of the same checkout
 */
public record Checkout(Path root, Path local) {
    /** The system property by which the script says where the checkout is. */
    public static final String ROOT_PROPERTY = "emotionstream.root";

    /** The system property that puts what a local run writes into another folder. */
    public static final String LOCAL_PROPERTY = "emotionstream.local";

    private static final String IGNORED = ".emotionstream";

    /**
     * The checkout that the script named.
     *
     * @throws CommandException when it named none
     */
    public static Checkout current() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new CommandException(
                    ExitCodes.USAGE, "start the command line with the script emotionstream: it sets " + ROOT_PROPERTY);
        }
        Path folder = Path.of(root).toAbsolutePath().normalize();
        String local =
                System.getProperty(LOCAL_PROPERTY, folder.resolve(IGNORED).toString());
        return new Checkout(folder, Path.of(local).toAbsolutePath().normalize());
    }

    /** What the build made of this module. */
    public Path built(String module) {
        return root.resolve(IGNORED).resolve("build").resolve(module);
    }

    /** The trained releases. */
    public Path releases() {
        return root.resolve("models/releases");
    }

    /** Where native libraries are unpacked to, once for all processes. */
    public Path nativeLibraries() {
        return root.resolve(IGNORED).resolve("native");
    }

    /** Logs of what {@code up} started. */
    public Path logs() {
        return local.resolve("logs");
    }

    /** The same checkout for a shadow chain, which runs beside the one that serves. */
    public Checkout shadow() {
        return new Checkout(root, local.resolve("shadow"));
    }

    /** What is known about the chain that {@code up} started. */
    public Path run() {
        return local.resolve("run");
    }

    /** Topics and state of {@code up}: survive a restart. */
    public Path data() {
        return local.resolve("data");
    }

    /** Makes an empty file, whose being there says something. */
    public static void mark(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The folder, made where it was not there. */
    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
