package org.emotionstream.bench.chain;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.bench.inputs.InputFolder;
import org.emotionstream.bench.inputs.InputKind;

/**
 * Runs the programs that compute with the steps of a checkout.
 *
 * @param folder where their output goes
 * @param inputs the pictures
 */
public record StepPrograms(Path folder, InputFolder inputs) {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String PACKAGE = "org.emotionstream.bench.";

    /** Makes the pictures of all kinds from these photographs, with the steps of this checkout. */
    public void makeInputs(MeasuredCheckout checkout, List<Path> photographs) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                inputs.folder().toString(),
                shapePredictor(),
                checkout.releases().toString()));
        photographs.forEach(photograph -> words.add(photograph.toString()));
        run("inputs", checkout.steps(ourJar(), PACKAGE + "inputs.InputsMain", words));
    }

    /** The milliseconds of CPU an image that each step takes, and what else {@code KernelsMain} prints. */
    public Map<String, Double> measure(MeasuredCheckout checkout, InputKind kind) throws InterruptedException {
        List<String> words = List.of(
                inputs.of(kind).toString(),
                shapePredictor(),
                checkout.releases().toString(),
                Integer.toString(kind.smallestFace()));
        return ProgramRun.figures(run("kernels", checkout.steps(ourJar(), PACKAGE + "kernels.KernelsMain", words)));
    }

    private String run(String name, List<String> command) throws InterruptedException {
        return new ProgramRun(folder, PATIENCE).output(name, command);
    }

    private static Path ourJar() {
        try {
            return Path.of(StepPrograms.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar of this program has no path", e);
        }
    }

    private static String shapePredictor() {
        return System.getenv()
                .getOrDefault("EMOTIONSTREAM_LANDMARK_MODEL", "/usr/share/dlib/shape_predictor_68_face_landmarks.dat");
    }
}
