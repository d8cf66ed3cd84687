package org.emotionstream.landmarks.otherformats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;

/**
 * Formats that Apache Tika knows by their first bytes, and those that {@code formats.xml} beside this class
 * adds to them. Its registry takes a fifth of a second to load, at the first record that is no picture.
 */
final class MediaTypes {
    private static final Set<String> PACKED = Set.of(
            "application/zip",
            "application/gzip",
            "application/zlib",
            "application/zstd",
            "application/x-lz4",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-tar",
            "application/x-gtar",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-snappy-framed");

    private MediaTypes() {}

    static Optional<OtherFormat> of(FirstBytes bytes) {
        return of(bytes, Registries.OURS).or(() -> of(bytes, Registries.TIKA));
    }

    private static Optional<OtherFormat> of(FirstBytes bytes, MimeTypes registry) {
        MimeType type = detected(bytes, registry);
        String name = type.getType().getBaseType().toString();
        String kind = type.getType().getType();
        if (type.getType().equals(MediaType.OCTET_STREAM) || kind.equals("text")) {
            return Optional.empty();
        }
        String words = words(type, name);
        if (PACKED.contains(name)) {
            return Optional.of(OtherFormat.packed(words));
        }
        return Optional.of(
                switch (kind) {
                    case "image" -> OtherFormat.picture(words);
                    case "video" -> OtherFormat.video(words);
                    default -> OtherFormat.other(words);
                });
    }

    private static MimeType detected(FirstBytes bytes, MimeTypes registry) {
        try {
            MediaType type = registry.detect(new ByteArrayInputStream(bytes.copy()), new Metadata());
            return registry.forName(type.toString());
        } catch (IOException | MimeTypeException e) {
            throw new IllegalStateException("a type that was detected in memory has a name", e);
        }
    }

    private static String words(MimeType type, String name) {
        if (PACKED.contains(name)) {
            return "packed data (" + name + ")";
        }
        return Stream.of(type.getAcronym(), type.getDescription())
                .filter(words -> !words.isBlank() && !words.contains("://"))
                .findFirst()
                .map(words -> words + " (" + name + ")")
                .orElse(name);
    }

    /** Loaded when they are first needed. */
    private static final class Registries {
        static final MimeTypes OURS = ours();
        static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();

        private static MimeTypes ours() {
            try (InputStream file = MediaTypes.class.getResourceAsStream("formats.xml")) {
                return MimeTypesFactory.create(file);
            } catch (IOException | MimeTypeException e) {
                throw new IllegalStateException("cannot read our own formats.xml", e);
            }
        }
    }
}
