package org.emotionstream.singleprocess;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.emotionstream.cnnworker.CnnWorkerChannel;
import org.emotionstream.cnnworker.CnnWorkerConfiguration;
import org.emotionstream.cnnworker.CnnWorkerMain;
import org.emotionstream.combiner.CombinerMain;
import org.emotionstream.combiner.CombinerStreams;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.Channel;
import org.emotionstream.events.loop.LoopThread;
import org.emotionstream.events.service.Health;
import org.emotionstream.events.service.Service;
import org.emotionstream.featurizer.FeaturizerChannel;
import org.emotionstream.featurizer.FeaturizerConfiguration;
import org.emotionstream.featurizer.FeaturizerMain;
import org.emotionstream.landmarker.LandmarkerChannel;
import org.emotionstream.landmarker.LandmarkerConfiguration;
import org.emotionstream.landmarker.LandmarkerMain;

/**
 * The landmarker, the featurizer, four cnn-workers and the combiner in this JVM. Each has settings, metrics and a name in
 * its group of its own, as it has in a process of its own; only health and metrics by HTTP are missing.
 */
final class ChainServices implements AutoCloseable {
    private static final String INSTANCE_ID = "emotionstream.instance-id";

    private final Map<String, String> settings;
    private final Consumer<String> onFailure;
    private final ChainConfiguration chain;
    private final List<Service> services = new ArrayList<>();

    /**
     * The services, not yet started.
     *
     * @param settings come before system properties and environment; by full key
     * @param onFailure receives the name of a service that cannot go on, on a thread that must not wait for the service
     * @throws ConfigurationException when a setting is wrong, or the release or the landmark model is missing
     */
    ChainServices(Map<String, String> settings, Consumer<String> onFailure) {
        this.settings = Map.copyOf(settings);
        this.onFailure = onFailure;
        chain = Settings.readChain(settings);
        LandmarkerConfiguration landmarker = LandmarkerMain.settings(settings);
        FeaturizerConfiguration featurizer = FeaturizerMain.settings(settings);
        requireModels(landmarker);
        addLoop(ServiceNames.LANDMARKER, (own, registry) -> LandmarkerChannel.open(own, landmarker, registry));
        addLoop(ServiceNames.FEATURIZER, (own, registry) -> FeaturizerChannel.open(own, featurizer, registry));
        for (String model : Topics.MODELS) {
            CnnWorkerConfiguration cnnWorker = CnnWorkerMain.settings(with("cnn-worker.model", model));
            addLoop(ServiceNames.cnnWorker(model), (own, registry) -> CnnWorkerChannel.open(own, cnnWorker, registry));
        }
        services.add(new CombinerStreams(
                chainOf(ServiceNames.COMBINER),
                CombinerMain.settings(settings),
                new SimpleMeterRegistry(),
                failure -> onFailure.accept(ServiceNames.COMBINER)));
    }

    private void addLoop(String service, BiFunction<ChainConfiguration, MeterRegistry, Channel> open) {
        ChainConfiguration own = chainOf(service);
        MeterRegistry registry = new SimpleMeterRegistry();
        services.add(new LoopThread(
                service, own, () -> open.apply(own, registry), registry, () -> onFailure.accept(service)));
    }

    /** What all share, with the name that this service has in its group, the same after a restart. */
    private ChainConfiguration chainOf(String service) {
        return Settings.readChain(with(INSTANCE_ID, service));
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> own = new HashMap<>(settings);
        own.put(key, value);
        return own;
    }

    /** A service that lacks its models would say so too, but only after the broker has started. */
    private void requireModels(LandmarkerConfiguration landmarker) {
        if (!Files.isReadable(landmarker.landmarkModel())) {
            throw new ConfigurationException("landmarker.landmark-model: cannot read " + landmarker.landmarkModel()
                    + ": install Debian's package libdlib-data, or name another file");
        }
        try {
            Releases releases = new Releases(chain.releases());
            releases.content(chain.release().orElseGet(releases::defaultId));
        } catch (ReleaseException e) {
            throw new ConfigurationException("emotionstream.releases: " + e.getMessage()
                    + " (run from the root of the checkout, or name the folder of the releases)");
        }
    }

    /** The settings that all share. */
    ChainConfiguration chain() {
        return chain;
    }

    /** Starts every service, and returns before they are ready. */
    void start() {
        services.forEach(Service::start);
    }

    /** The services that are not ready, each with the reason; empty when pictures are answered. */
    Map<String, String> notReady() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Service service : services) {
            Health.Answer ready = service.health().ready();
            if (!ready.up()) {
                reasons.put(service.name(), ready.why());
            }
        }
        return reasons;
    }

    /** Stops every service gracefully, in flow order. */
    @Override
    public void close() {
        services.forEach(Service::close);
    }
}
