package org.emotionstream.cli.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.chain.ChainSettings.ShadowOf;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.HealthCheck;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.cli.processes.Readiness;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.localbroker.LoopbackPorts;

/** How the broker and each of the seven services is started. */
public final class ChainProcesses {
    /** The name of the broker's process. */
    public static final String BROKER = "broker";

    // How long the broker goes on when the launcher was killed: the services stop at once, and first.
    private static final int BROKER_GRACE_SECONDS = 5;

    /**
     * Settings of glibc: few arenas, and large blocks go back to the system once they are freed. Its defaults keep the
     * memory of the largest pictures of each thread.
     */
    private static final Map<String, String> MEMORY =
            Map.of("MALLOC_ARENA_MAX", "2", "MALLOC_MMAP_THRESHOLD_", "131072", "MALLOC_TRIM_THRESHOLD_", "1048576");

    private final Checkout checkout;
    private final ChainFolders folders;
    private final ChainPorts ports;
    private final ChainSettings settings;
    private final Map<String, Integer> portsOfMore = new ConcurrentHashMap<>();
    private final ToIntFunction<String> morePorts;

    /** The processes of a chain in these folders, on these ports, with these settings. */
    public ChainProcesses(Checkout checkout, ChainFolders folders, ChainPorts ports, ChainSettings settings) {
        this(checkout, folders, ports, settings, name -> LoopbackPorts.free());
    }

    /** @param morePorts the port of each further process of a service, by its name */
    public ChainProcesses(
            Checkout checkout,
            ChainFolders folders,
            ChainPorts ports,
            ChainSettings settings,
            ToIntFunction<String> morePorts) {
        this.checkout = checkout;
        this.folders = folders;
        this.ports = ports;
        this.settings = settings;
        this.morePorts = morePorts;
    }

    /** The names of the processes: the broker, then the services in flow order. */
    public static List<String> names() {
        return Stream.concat(Stream.of(BROKER), ServiceNames.ALL.stream()).toList();
    }

    /** Where clients of the chain connect. */
    public String bootstrapServers() {
        return settings.externalBroker().orElseGet(() -> "127.0.0.1:" + ports.of(BROKER));
    }

    /** The broker. */
    public ProcessPlan broker() {
        List<String> command = new ArrayList<>(JvmFlags.of(BROKER, folders, checkout.nativeLibraries()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.emotionstream.localbroker.LocalBrokerMain");
        command.addAll(List.of("--data", folders.data().resolve(BROKER).toString()));
        command.addAll(List.of("--port", Integer.toString(ports.of(BROKER))));
        command.addAll(List.of("--grace-seconds", Integer.toString(BROKER_GRACE_SECONDS)));
        return plan(BROKER, command, () -> new BrokerCheck(ClientSettings.of(bootstrapServers())).obstacle());
    }

    /** The seven services in flow order. */
    public List<ProcessPlan> services() {
        List<ProcessPlan> plans = new ArrayList<>();
        List<String> landmarker = new ArrayList<>(List.of(
                "landmarker.smallest-face=" + settings.smallestFace(),
                "landmarker.landmark-model=" + landmarkModel(),
                "landmarker.state-directory=" + folders.data().resolve(ServiceNames.LANDMARKER)));
        settings.shadow().ifPresent(shadow -> landmarker.add("landmarker.input-topic=" + shadow.inputTopic()));
        plans.add(service(ServiceNames.LANDMARKER, ServiceNames.LANDMARKER, landmarker));
        plans.add(service(ServiceNames.FEATURIZER, ServiceNames.FEATURIZER, List.of()));
        for (String model : Topics.MODELS) {
            plans.add(service(
                    ServiceNames.cnnWorker(model), ServiceNames.CNN_WORKER, List.of("cnn-worker.model=" + model)));
        }
        Path state = folders.data().resolve(ServiceNames.COMBINER);
        plans.add(service(ServiceNames.COMBINER, ServiceNames.COMBINER, List.of("combiner.state-directory=" + state)));
        return plans;
    }

    /**
     * One more process of a service. It has no name of its own in the group: when it stops, the others share its
     * partitions at once.
     *
     * @param number from 2
     */
    public ProcessPlan another(String service, int number) {
        ProcessPlan first = service(service);
        Instance instance = new Instance(service, number);
        int port = portsOfMore.computeIfAbsent(instance.name(), morePorts::applyAsInt);
        List<String> command = new ArrayList<>(first.command());
        // The port of the debugger is taken by the first process.
        command.removeIf(word -> word.startsWith("-Demotionstream.instance-id=") || word.startsWith("-agentlib:jdwp="));
        // Of two settings of one name the later wins.
        command.addAll(
                command.indexOf("-jar"),
                List.of(
                        "-Dquarkus.http.port=" + port,
                        "-Dlandmarker.state-directory=" + folders.data().resolve(instance.name())));
        return plan(instance.name(), command, new HealthCheck(port));
    }

    /** The first process of this service. */
    public ProcessPlan service(String name) {
        return services().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    /** Where this process listens. */
    public int port(String process) {
        return ports.byProcess().getOrDefault(process, portsOfMore.getOrDefault(process, 0));
    }

    private Path releases() {
        return Path.of(System.getenv()
                        .getOrDefault(
                                "EMOTIONSTREAM_RELEASES", checkout.releases().toString()))
                .toAbsolutePath();
    }

    /** Why the release that is named cannot be served, as every service will find; empty when it can. */
    Optional<String> releaseProblem() {
        try {
            Releases releases = new Releases(releases());
            releases.read(settings.shadow().map(ShadowOf::release).orElseGet(releases::defaultId));
            return Optional.empty();
        } catch (ReleaseException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a release may have been pinned before: not by a broker that has never run. */
    boolean mayHavePinned() {
        return settings.externalBroker().isPresent()
                || Files.exists(folders.data().resolve(BROKER));
    }

    private static String landmarkModel() {
        return System.getenv()
                .getOrDefault("EMOTIONSTREAM_LANDMARK_MODEL", "/usr/share/dlib/shape_predictor_68_face_landmarks.dat");
    }

    private ProcessPlan service(String name, String module, List<String> own) {
        int port = ports.of(name);
        List<String> properties = new ArrayList<>(List.of(
                "emotionstream.bootstrap-servers=" + bootstrapServers(),
                "emotionstream.topic-prefix=" + settings.topics().prefix(),
                "emotionstream.generation=" + settings.topics().generation(),
                "emotionstream.instance-id=" + name,
                "emotionstream.releases=" + releases(),
                "emotionstream.stop-with-parent=true",
                "quarkus.http.host=127.0.0.1",
                "quarkus.http.port=" + port));
        ClientSettings.file().ifPresent(file -> properties.add(ClientSettings.FILE + "=" + file));
        settings.shadow().ifPresent(shadow -> properties.add("emotionstream.release=" + shadow.release()));
        properties.addAll(own);
        List<String> command = new ArrayList<>(JvmFlags.of(module, folders, checkout.nativeLibraries()));
        settings.debugger().ifPresent(debugger -> command.addAll(debugger.flags(name)));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of(
                "-jar",
                checkout.built(module).resolve("quarkus-app/quarkus-run.jar").toString()));
        return plan(name, command, new HealthCheck(port));
    }

    private ProcessPlan plan(String name, List<String> command, Readiness readiness) {
        return new ProcessPlan(name, command, MEMORY, checkout.root(), folders.log(name), readiness);
    }
}
