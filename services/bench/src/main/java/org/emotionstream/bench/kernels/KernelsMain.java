package org.emotionstream.bench.kernels;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotionstream.bench.inputs.InputFolder;

/**
 * Measures the steps of one checkout: a process of its own, on the jars that its services run from. Arguments: the folder
 * of the pictures, the shape predictor, the releases, the smallest face. Prints a line for each step: its name, a tab, and
 * milliseconds of CPU an image; last {@code rounds} and {@code faces} an image.
 */
public final class KernelsMain {
    private static final double NANOS_A_MILLI = 1e6;

    private KernelsMain() {}

    /** See the class. */
    public static void main(String[] words) {
        Locale.setDefault(Locale.ROOT);
        List<byte[]> pictures = InputFolder.pictures(Path.of(words[0]));
        int smallestFace = Integer.parseInt(words[3]);
        Models models = Models.open(Path.of(words[1]), Path.of(words[2]), smallestFace);
        List<SearchedPicture> searched = pictures.stream()
                .map(picture -> SearchedPicture.of(picture, models.release().tile(), smallestFace))
                .toList();
        int[] faces = new int[1];
        List<Map<String, Double>> rounds = KernelFigures.rounds(() -> {
            KernelRound.Times times = KernelRound.of(models, pictures, searched);
            faces[0] = times.faces();
            return anImage(times, pictures.size());
        });
        KernelFigures.figures(rounds).forEach(KernelsMain::print);
        print("rounds", rounds.size());
        print("faces", (double) faces[0] / pictures.size());
    }

    private static Map<String, Double> anImage(KernelRound.Times times, int pictures) {
        Map<String, Double> millis = new LinkedHashMap<>();
        times.nanosByStep().forEach((step, nanos) -> millis.put(step, nanos / NANOS_A_MILLI / pictures));
        return millis;
    }

    private static void print(String name, double value) {
        System.out.println(name + "\t" + value);
    }
}
