package org.emotionstream.landmarker;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftMeasure;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.events.metrics.DriftMetrics;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureOutcome.Decoded;

/** What is counted of pictures that were decoded. */
final class PictureMetrics {
    // A bound of Micrometer is above 0: whole numbers below a half are 0.
    private static final double[] FACES = {0.5, 1, 2, 4, 8, 16, 32, 64};

    private final DistributionSummary faces;
    private final DriftMetrics drift;

    PictureMetrics(MeterRegistry registry, String stage) {
        faces = DistributionSummary.builder("emotionstream.image.faces")
                .description("Faces that were found in a picture, without those beyond the limit")
                .tag("stage", stage)
                .serviceLevelObjectives(FACES)
                .register(registry);
        drift = new DriftMetrics(registry, List.of(DriftMeasure.BRIGHTNESS, DriftMeasure.FACE_SIDE));
    }

    /** A release is held. */
    void opened(StoredRelease stored) {
        drift.opened(stored);
    }

    /** A picture went through the step of this release. */
    void decoded(Decoded picture, String releaseId) {
        faces.record(picture.faces().size());
        DriftObserver observer = drift.of(releaseId);
        for (Face face : picture.faces()) {
            if (face instanceof Face.Measured measured) {
                observer.found(measured.tile(), measured.box());
            }
        }
    }
}
