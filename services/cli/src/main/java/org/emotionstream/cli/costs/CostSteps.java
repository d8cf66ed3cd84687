package org.emotionstream.cli.costs;

import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.events.configuration.ServiceNames;

/** Which steps of {@code bench} each service takes. */
final class CostSteps {
    static final String DECODE = "steps.decode";
    static final String FIND = "steps.find-faces";

    private CostSteps() {}

    /** The steps that every face costs anew. */
    static List<String> ofFaces(String service) {
        return switch (service) {
            case ServiceNames.LANDMARKER -> List.of("steps.landmarks", "steps.cut-tiles");
            case ServiceNames.FEATURIZER -> List.of("steps.features", "steps.projection");
            case ServiceNames.COMBINER -> List.of("steps.head");
            default -> List.of("steps." + service.substring(ServiceNames.CNN_WORKER.length() + 1));
        };
    }

    /** All steps. */
    static List<String> of(String service) {
        return service.equals(ServiceNames.LANDMARKER)
                ? Stream.concat(Stream.of(DECODE, FIND), ofFaces(service).stream())
                        .toList()
                : ofFaces(service);
    }
}
