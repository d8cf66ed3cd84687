package org.emotionstream.events.configuration;

import java.util.List;
import java.util.stream.Stream;

/** The names of the services, as processes, consumer groups, stages in headers and tags of metrics have them. */
public final class ServiceNames {
    /** Pictures to landmarks. */
    public static final String LANDMARKER = "landmarker";

    /** Landmarks to features. */
    public static final String FEATURIZER = "featurizer";

    /** Features to distributions, whichever the network; see {@link #cnnWorker}. */
    public static final String CNN_WORKER = "cnn-worker";

    /** Distributions to answers. */
    public static final String COMBINER = "combiner";

    /** All seven, in flow order. */
    public static final List<String> ALL = Stream.of(
                    Stream.of(LANDMARKER, FEATURIZER),
                    Topics.MODELS.stream().map(ServiceNames::cnnWorker),
                    Stream.of(COMBINER))
            .flatMap(names -> names)
            .toList();

    private ServiceNames() {}

    /** The service of this network, one of {@link Topics#MODELS}. */
    public static String cnnWorker(String model) {
        return CNN_WORKER + "-" + model;
    }
}
