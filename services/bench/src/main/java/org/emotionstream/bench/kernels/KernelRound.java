package org.emotionstream.bench.kernels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.dlib.Detection;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureDecoder;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.networks.FeaturesToDistribution;

/** One pass over all pictures, step by step, in this thread: each step takes every picture before the next begins. */
final class KernelRound {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Models models;
    private final Map<String, Long> nanosByStep = new LinkedHashMap<>();
    private int faces;

    private record MeasuredFace(Face.Measured face, RawFeatures features, FeatureVector components) {}

    private KernelRound(Models models) {
        this.models = models;
    }

    /** The CPU time of each step over all pictures, in nanoseconds, and the number of faces. */
    record Times(Map<String, Long> nanosByStep, int faces) {}

    static Times of(Models models, List<byte[]> pictures, List<SearchedPicture> searched) {
        KernelRound round = new KernelRound(models);
        round.parts(pictures, searched);
        List<Face.Measured> faces = new ArrayList<>();
        round.timed("image-to-landmarks", () -> pictures.forEach(picture -> faces.addAll(round.landmarks(picture))));
        round.networks(round.features(faces));
        return new Times(round.nanosByStep, round.faces);
    }

    /** What the first step is made of; its sum is measured apart. */
    private void parts(List<byte[]> pictures, List<SearchedPicture> searched) {
        timed("decode", () -> pictures.forEach(this::decode));
        List<List<Detection>> found = new ArrayList<>();
        timed(
                "find-faces",
                () -> searched.forEach(
                        picture -> found.add(models.detector().detect(picture.pixels(), picture.threshold()))));
        timed("landmarks", () -> {
            for (int i = 0; i < found.size(); i++) {
                for (Detection box : found.get(i)) {
                    models.predictor()
                            .predict(searched.get(i).pixels(), box.left(), box.top(), box.right(), box.bottom());
                }
            }
        });
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private void decode(byte[] picture) {
        try (PointerScope scope = new PointerScope()) {
            PictureDecoder.DEFAULT.decode(
                    ByteBuffer.wrap(picture), models.release().tile().channels() > 1);
        }
    }

    private List<Face.Measured> landmarks(byte[] picture) {
        return ((Decoded) models.imageToLandmarks().apply(picture))
                .faces().stream()
                        .filter(Face.Measured.class::isInstance)
                        .map(Face.Measured.class::cast)
                        .toList();
    }

    private List<MeasuredFace> features(List<Face.Measured> found) {
        faces = found.size();
        List<RawFeatures> raw = new ArrayList<>();
        timed(
                "features",
                () -> found.forEach(face -> raw.add((RawFeatures) FeatureMeasurer.measure(face.landmarks()))));
        List<MeasuredFace> measured = new ArrayList<>();
        timed("projection", () -> {
            for (int i = 0; i < raw.size(); i++) {
                measured.add(new MeasuredFace(
                        found.get(i), raw.get(i), models.projection().project(raw.get(i))));
            }
        });
        return measured;
    }

    private void networks(List<MeasuredFace> measured) {
        List<List<EmotionDistribution>> distributions = new ArrayList<>();
        measured.forEach(face -> distributions.add(new ArrayList<>()));
        for (FeaturesToDistribution network : models.networks()) {
            timed(network.name(), () -> {
                for (int i = 0; i < measured.size(); i++) {
                    MeasuredFace face = measured.get(i);
                    distributions.get(i).add(network.apply(face.face().tile(), face.components()));
                }
            });
        }
        timed("head", () -> distributions.forEach(models.head()::applyToAll));
    }

    private void timed(String step, Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        nanosByStep.put(step, THREADS.getCurrentThreadCpuTime() - before);
    }
}
