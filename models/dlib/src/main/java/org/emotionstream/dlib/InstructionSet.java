package org.emotionstream.dlib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a variant of the native library was compiled for. Both find the same faces and the same points; the
 * wider registers take a quarter off the detector's time.
 */
public enum InstructionSet {
    /** Processors since about 2013. */
    AVX2("-avx2"),
    /** Every x86_64 processor. */
    SSE2("-sse2");

    /** The system property that forces one, {@code avx2} or {@code sse2}, whatever the processor can do. */
    public static final String PROPERTY = "emotionstream.dlib.instructions";

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private final String extension;

    InstructionSet(String extension) {
        this.extension = extension;
    }

    /** What JavaCPP appends to the platform's name in the folder of this variant. */
    String extension() {
        return extension;
    }

    /**
     * The one to load: the one that {@value #PROPERTY} asks for, else the best that this processor has.
     *
     * @throws DlibException when the property names neither
     */
    static InstructionSet toLoad() {
        String wanted = System.getProperty(PROPERTY, "").strip();
        if (wanted.isEmpty()) {
            return ofProcessor();
        }
        try {
            return valueOf(wanted.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DlibException(PROPERTY + " is avx2 or sse2, not \"" + wanted + "\"", e);
        }
    }

    private static InstructionSet ofProcessor() {
        try {
            // The kernel lists avx2 only when it also saves the registers for it.
            String processors = Files.readString(PROCESSORS, StandardCharsets.ISO_8859_1);
            boolean hasAvx2 = Pattern.compile("(?m)^flags\\s*:.*\\bavx2\\b")
                    .matcher(processors)
                    .find();
            return hasAvx2 ? AVX2 : SSE2;
        } catch (IOException e) {
            // Nothing is lost but speed: every x86_64 processor runs this one.
            return SSE2;
        }
    }
}
