package org.emotionstream.singleprocess;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cnnworker.CnnWorkerChannel;
import org.emotionstream.cnnworker.CnnWorkerConfiguration;
import org.emotionstream.cnnworker.CnnWorkerMain;
import org.emotionstream.combiner.CombinerMain;
import org.emotionstream.combiner.CombinerStreams;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.KafkaClients;
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
import org.emotionstream.localbroker.LocalBroker;

/**
 * A broker, the landmarker, the featurizer, four cnn-workers and the combiner in this JVM. Each service has settings and
 * metrics of its own, as it has in a process of its own; only health and metrics by HTTP are missing.
 */
public final class SingleProcessChain implements AutoCloseable {
    private final Path folder;
    private final LocalBroker broker;
    private final ChainConfiguration chain;
    private final Consumer<String> onFailure;
    private final List<Service> services = new ArrayList<>();

    private SingleProcessChain(Path folder, LocalBroker broker, Consumer<String> onFailure) {
        this.folder = folder;
        this.broker = broker;
        this.onFailure = onFailure;
        Map<String, String> settings = ServiceSettings.of(folder, broker.bootstrapServers());
        chain = Settings.readChain(settings);
        LandmarkerConfiguration landmarker = LandmarkerMain.settings(settings);
        FeaturizerConfiguration featurizer = FeaturizerMain.settings(settings);
        requireModels(chain, landmarker);
        addLoop(ServiceNames.LANDMARKER, registry -> LandmarkerChannel.open(chain, landmarker, registry));
        addLoop(ServiceNames.FEATURIZER, registry -> FeaturizerChannel.open(chain, featurizer, registry));
        for (String model : Topics.MODELS) {
            Map<String, String> own = new HashMap<>(settings);
            own.put("cnn-worker.model", model);
            CnnWorkerConfiguration cnnWorker = CnnWorkerMain.settings(own);
            addLoop(ServiceNames.cnnWorker(model), registry -> CnnWorkerChannel.open(chain, cnnWorker, registry));
        }
        services.add(new CombinerStreams(
                chain,
                CombinerMain.settings(settings),
                new SimpleMeterRegistry(),
                failure -> onFailure.accept(ServiceNames.COMBINER)));
    }

    private void addLoop(String service, Function<MeterRegistry, Channel> open) {
        MeterRegistry registry = new SimpleMeterRegistry();
        services.add(
                new LoopThread(service, chain, () -> open.apply(registry), registry, () -> onFailure.accept(service)));
    }

    /**
     * Starts the broker, creates the topics and starts every service; returns before the services are ready.
     *
     * @param onFailure receives the name of a service that cannot go on, on a thread that must not wait for the service
     * @throws ConfigurationException when a setting is wrong, or the release or the landmark model is missing
     * @throws org.emotionstream.localbroker.BrokerException when the broker does not start
     */
    public static SingleProcessChain start(Consumer<String> onFailure) {
        // A former life of the chain would stay in its groups until their long sessions end.
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "single-process-" + UUID.randomUUID());
        LocalBroker broker = LocalBroker.in(folder.resolve("broker"));
        SingleProcessChain chain = new SingleProcessChain(folder, broker, onFailure);
        broker.start();
        try (Admin admin = KafkaClients.admin(chain.chain)) {
            ChainConfiguration settings = chain.chain;
            new TopicAdministrator(admin, Topics.of(settings), settings.topicPartitions(), settings.topicReplication())
                    .prepare();
        }
        chain.services.forEach(Service::start);
        return chain;
    }

    /** A service that lacks its models would say so too, but only after the broker has started. */
    private static void requireModels(ChainConfiguration chain, LandmarkerConfiguration landmarker) {
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

    /** The address of the broker, {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The services that are not ready, each with the reason; empty when pictures are answered. */
    public Map<String, String> notReady() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Service service : services) {
            Health.Answer ready = service.health().ready();
            if (!ready.up()) {
                reasons.put(service.name(), ready.why());
            }
        }
        return reasons;
    }

    /** Stops every service gracefully, in flow order, and then the broker, and deletes all data and state. */
    @Override
    public void close() {
        services.forEach(Service::close);
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the data of the chain in " + folder, e);
        }
    }
}
