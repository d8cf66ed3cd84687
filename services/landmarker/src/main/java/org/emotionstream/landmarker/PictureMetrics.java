package org.emotionstream.landmarker;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.emotionstream.landmarks.PictureOutcome.Decoded;

/** What is counted of pictures that were decoded. */
final class PictureMetrics {
    // A bound of Micrometer is above 0: whole numbers below a half are 0.
    private static final double[] FACES = {0.5, 1, 2, 4, 8, 16, 32, 64};

    private final DistributionSummary faces;

    PictureMetrics(MeterRegistry registry, String stage) {
        faces = DistributionSummary.builder("emotionstream.image.faces")
                .description("Faces that were found in a picture, without those beyond the limit")
                .tag("stage", stage)
                .serviceLevelObjectives(FACES)
                .register(registry);
    }

    void decoded(Decoded picture) {
        faces.record(picture.faces().size());
    }
}
