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

    /** The name of the process that has all services in it. */
    static final String SERVICES = "services";

    // How long the broker goes on when the launcher was killed: the services stop at once, and first.
    private static final int BROKER_GRACE_SECONDS = 5;

    /**
     * Settings of glibc: few arenas, and large blocks go back to the system once they are freed. Its defaults keep the
     * memory of the largest pictures of each thread.
     */
    public static final Map<String, String> MEMORY =
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
        List<String> command = new ArrayList<>(JvmFlags.of(BROKER, folders, checkout));
        command.addAll(ClassArchives.current().flags(BROKER));
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
        plans.add(service(ServiceNames.LANDMARKER, ServiceNames.LANDMARKER, ofLandmarker()));
        plans.add(service(ServiceNames.FEATURIZER, ServiceNames.FEATURIZER, List.of()));
        for (String model : Topics.MODELS) {
            plans.add(service(
                    ServiceNames.cnnWorker(model), ServiceNames.CNN_WORKER, List.of("cnn-worker.model=" + model)));
        }
        plans.add(service(ServiceNames.COMBINER, ServiceNames.COMBINER, ofCombiner()));
        return plans;
    }

    /** All seven services in one process, without health by HTTP. */
    ProcessPlan servicesInOneProcess() {
        List<String> command = new ArrayList<>(JvmFlags.of(SERVICES, folders, checkout));
        Stream.of(ofAll(), ofLandmarker(), ofCombiner())
                .flatMap(List::stream)
                .forEach(property -> command.add("-D" + property));
        command.addAll(ClassArchives.current().flags(SERVICES));
        command.addAll(new ServiceLaunch(checkout).inOneProcess());
        return plan(SERVICES, command, Optional::empty);
    }

    private List<String> ofLandmarker() {
        List<String> properties = new ArrayList<>(List.of(
                "landmarker.smallest-face=" + settings.smallestFace(),
                "landmarker.landmark-model=" + landmarkModel(),
                "landmarker.state-directory=" + folders.data().resolve(ServiceNames.LANDMARKER)));
        settings.shadow().ifPresent(shadow -> properties.add("landmarker.input-topic=" + shadow.inputTopic()));
        return properties;
    }

    private List<String> ofCombiner() {
        return List.of("combiner.state-directory=" + folders.data().resolve(ServiceNames.COMBINER));
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
        command.removeIf(word -> word.startsWith("-Demotionstream.instance-id=")
                || word.startsWith("-agentlib:jdwp=")
                || ClassArchives.isWritten(word));
        // Of two settings of one name the later wins.
        command.addAll(
                ServiceLaunch.begin(command),
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
        List<String> properties = new ArrayList<>(ofAll());
        properties.addAll(List.of(
                "emotionstream.instance-id=" + name, "quarkus.http.host=127.0.0.1", "quarkus.http.port=" + port));
        properties.addAll(own);
        List<String> command = new ArrayList<>(JvmFlags.of(module, folders, checkout));
        settings.debugger().ifPresent(debugger -> command.addAll(debugger.flags(name)));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(launch(name, module));
        return plan(name, command, new HealthCheck(port));
    }

    /** Of several services of one module the first writes its archive. */
    private List<String> launch(String name, String module) {
        ServiceLaunch launch = new ServiceLaunch(checkout);
        List<String> flags = ClassArchives.current().flags(module);
        boolean isFirst = name.equals(module) || name.equals(ServiceNames.cnnWorker(Topics.MODELS.get(0)));
        boolean isDebugged = settings.debugger()
                .filter(debugger -> debugger.service().equals(name))
                .isPresent();
        if (flags.isEmpty() || isDebugged || ClassArchives.isWrittenBy(flags) && !isFirst) {
            return launch.byPackage(module);
        }
        return Stream.concat(flags.stream(), launch.byClassPath(module).stream())
                .toList();
    }

    private List<String> ofAll() {
        List<String> properties = new ArrayList<>(List.of(
                "emotionstream.bootstrap-servers=" + bootstrapServers(),
                "emotionstream.topic-prefix=" + settings.topics().prefix(),
                "emotionstream.generation=" + settings.topics().generation(),
                "emotionstream.releases=" + releases(),
                "emotionstream.stop-with-parent=true"));
        ClientSettings.file().ifPresent(file -> properties.add(ClientSettings.FILE + "=" + file));
        settings.shadow().ifPresent(shadow -> properties.add("emotionstream.release=" + shadow.release()));
        return properties;
    }

    private ProcessPlan plan(String name, List<String> command, Readiness readiness) {
        return new ProcessPlan(name, command, MEMORY, checkout.root(), folders.log(name), readiness);
    }
}
