package org.emotionstream.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionSetTest {
    private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.*)]");

    @Test
    void bothVariantsFindTheSameFacesAndPoints() throws IOException, InterruptedException {
        Path photograph = DlibPhotographs.file("2008_002506.jpg");
        Assumptions.assumeTrue(FaceDetector.instructionSet() == InstructionSet.AVX2, "this processor has no AVX2");
        String expected = PrintFaces.facesOf(photograph);
        assertThat(expected.lines()).hasSize(3);
        assertThat(outputOfAnotherJvm("sse2", photograph)).isEqualTo("SSE2\n" + expected);
    }

    private static String outputOfAnotherJvm(String variant, Path photograph) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-D" + InstructionSet.PROPERTY + "=" + variant,
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintFaces.class.getName(),
                        photograph.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    /** Two OpenBLAS in one JVM crash it: the library must bring none. */
    @ParameterizedTest
    @EnumSource
    void dependsOnNothingButTheStandardLibraries(InstructionSet variant)
            throws IOException, InterruptedException, URISyntaxException {
        String resource = "linux-x86_64-" + variant.name().toLowerCase(Locale.ROOT) + "/libjniEmotionStreamDlib.so";
        Path library = Path.of(FaceDetector.class.getResource(resource).toURI());
        Process readelf = new ProcessBuilder("readelf", "-d", "-W", library.toString()).start();
        String output = new String(readelf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(readelf.waitFor()).isZero();
        Set<String> needed = new TreeSet<>();
        for (Matcher matcher = NEEDED.matcher(output); matcher.find(); ) {
            needed.add(matcher.group(1).replaceAll("\\.so.*", ""));
        }
        // The loader, ld-linux, serves the thread-local variables of libjpeg-turbo.
        assertThat(needed).contains("libstdc++").isSubsetOf("libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64");
    }

    @Test
    void namesBothWhenThePropertyNamesNeither() {
        System.setProperty(InstructionSet.PROPERTY, "neon");
        try {
            assertThatExceptionOfType(DlibException.class)
                    .isThrownBy(InstructionSet::toLoad)
                    .withMessageContaining("avx2 or sse2")
                    .withMessageContaining("neon");
        } finally {
            System.clearProperty(InstructionSet.PROPERTY);
        }
    }
}
