package org.emotionstream.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** {@code ./emotionstream manifests}: writes the generated manifests of this checkout. */
public final class ManifestsMain {
    private ManifestsMain() {}

    /** The system property {@code emotionstream.root} is the checkout. */
    public static void main(String[] args) throws IOException {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        Path root = Path.of(System.getProperty("emotionstream.root", "."));
        for (Map.Entry<Path, String> file :
                new GeneratedManifests(root).contents().entrySet()) {
            Files.writeString(root.resolve(file.getKey()), file.getValue());
            System.out.println("wrote " + file.getKey());
        }
    }
}
