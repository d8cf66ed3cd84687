package org.emotionstream.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.networks.FeaturesToDistribution;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.network.PictureScaling;
import org.emotionstream.training.optimisation.Answers;
import org.emotionstream.training.optimisation.MadeUpFaces;
import org.emotionstream.training.optimisation.Sample;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkToOnnxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void answersInOnnxRuntimeWhatItAnswersInLibtorch(PaperArchitecture architecture) throws IOException {
        List<Sample> samples = MadeUpFaces.of(18, 8);
        List<float[]> weights = weights(architecture);
        Files.write(
                folder.resolve(architecture.label() + ".onnx"),
                NetworkToOnnx.convert(architecture, PictureScaling.CENTRED, 1, weights)
                        .toByteArray());

        try (EmotionNetwork network = new EmotionNetwork(architecture, PictureScaling.CENTRED, weights);
                FeaturesToDistribution served =
                        FeaturesToDistribution.of(SmallReleases.inFolder(folder), architecture.label())) {
            List<float[]> logits = Answers.logits(network, samples);
            for (int i = 0; i < samples.size(); i++) {
                EmotionDistribution answer =
                        served.apply(samples.get(i).tile(), samples.get(i).components());
                assertClose(answer, softmax(logits.get(i)));
            }
        }
    }

    /** Biases that are not zero, so that one which is lost is missed. */
    private static List<float[]> weights(PaperArchitecture architecture) {
        Random random = new Random(9);
        try (EmotionNetwork network = new EmotionNetwork(architecture, PictureScaling.CENTRED, 4)) {
            List<float[]> weights = network.weights();
            for (float[] values : weights) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = values[i] * 2 + 0.05f * (float) random.nextGaussian();
                }
            }
            return weights;
        }
    }

    private static double[] softmax(float[] logits) {
        double sum = 0;
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i]);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    private static void assertClose(EmotionDistribution answer, double[] expected) {
        for (Emotion emotion : Emotion.values()) {
            assertThat((double) answer.probability(emotion)).isCloseTo(expected[emotion.ordinal()], within(1e-5));
        }
    }
}
