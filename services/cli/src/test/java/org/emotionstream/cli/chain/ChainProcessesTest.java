package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

class ChainProcessesTest {
    private static final Path ROOT = Path.of("/checkout");
    private static final Path LOCAL = ROOT.resolve(".emotionstream");

    private final ChainPorts ports = ChainPorts.free();

    @Test
    void sevenServicesInFlowOrderEachOnAPortOfItsOwn() {
        List<ProcessPlan> services = processes(Optional.empty()).services();

        assertThat(services)
                .extracting(ProcessPlan::name)
                .containsExactly(
                        "landmarker",
                        "featurizer",
                        "cnn-worker-model-1",
                        "cnn-worker-model-2",
                        "cnn-worker-model-3",
                        "cnn-worker-model-4",
                        "combiner");
        assertThat(services).allSatisfy(service -> assertThat(service.command())
                .contains(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + ports.of(service.name()),
                        "-Demotionstream.instance-id=" + service.name(),
                        "-Demotionstream.topic-prefix=staging.",
                        "-Demotionstream.stop-with-parent=true",
                        "-Demotionstream.bootstrap-servers=127.0.0.1:" + ports.of("broker")));
    }

    @Test
    void whatEachWritesLiesInTheOneFolder() {
        List<ProcessPlan> services = processes(Optional.empty()).services();

        assertThat(services).allSatisfy(service -> {
            assertThat(service.log()).startsWithRaw(LOCAL);
            assertThat(service.command())
                    .contains("-Djava.io.tmpdir=" + LOCAL.resolve("tmp"), "@" + ROOT.resolve("services/jvm/all"));
        });
        assertThat(services.get(6).command()).contains("-Dcombiner.state-directory=" + LOCAL.resolve("data/combiner"));
        assertThat(services.get(0).command())
                .contains("-Dlandmarker.state-directory=" + LOCAL.resolve("data/landmarker"));
    }

    @Test
    void oneMoreOfAServiceHasAPortAndFilesOfItsOwnAndNoNameInTheGroup() {
        ChainProcesses processes = processes(Optional.empty());
        ProcessPlan second = processes.another("landmarker", 2);

        assertThat(second.name()).isEqualTo("landmarker.2");
        assertThat(second.log()).endsWithRaw(Path.of("landmarker.2.log"));
        assertThat(second.command()).noneMatch(word -> word.startsWith("-Demotionstream.instance-id="));
        assertThat(processes.port("landmarker.2")).isPositive().isNotEqualTo(ports.of("landmarker"));
        List<String> settings = second.command().subList(0, second.command().indexOf("-jar"));
        // Of two settings of one name the later wins.
        assertThat(settings.subList(settings.size() - 2, settings.size()))
                .containsExactly(
                        "-Dquarkus.http.port=" + processes.port("landmarker.2"),
                        "-Dlandmarker.state-directory=" + LOCAL.resolve("data/landmarker.2"));
        assertThat(Instance.of("landmarker.2")).isEqualTo(new Instance("landmarker", 2));
        assertThat(Instance.of("landmarker")).isEqualTo(new Instance("landmarker", 1));
    }

    @Test
    void theServicesAreToldOfTheFileThatLetsThemInAndOfNoPassword() {
        System.setProperty(ClientSettings.FILE, "/secrets/client.properties");
        try {
            assertThat(processes(Optional.empty()).services()).allSatisfy(service -> assertThat(service.command())
                    .contains("-Demotionstream.client-config=/secrets/client.properties")
                    .noneMatch(word -> word.contains("emotionstream.kafka")));
        } finally {
            System.clearProperty(ClientSettings.FILE);
        }
        assertThat(processes(Optional.empty()).services())
                .allSatisfy(service -> assertThat(service.command()).noneMatch(word -> word.contains("client-config")));
    }

    @Test
    void theSettingsReachTheirService() {
        List<ProcessPlan> services =
                processes(Optional.of("kafka.example:9092")).services();

        assertThat(services.get(0).command())
                .contains("-Dlandmarker.smallest-face=40", "-Demotionstream.bootstrap-servers=kafka.example:9092");
        assertThat(services.get(4).command()).contains("-Dcnn-worker.model=model-3");
    }

    @Test
    void aChainOnABrokerOfOnesOwnNeedsNoPortForOne() {
        Map<String, Integer> ofServices = new HashMap<>(ports.byProcess());
        ofServices.remove(ChainProcesses.BROKER);
        ChainProcesses processes = new ChainProcesses(
                new Checkout(ROOT, LOCAL),
                ChainFolders.in(LOCAL),
                new ChainPorts(ofServices),
                new ChainSettings(Optional.of("kafka.example:9092"), new Topics(""), 40));

        assertThat(processes.bootstrapServers()).isEqualTo("kafka.example:9092");
        assertThat(processes.services()).hasSize(7);
    }

    @Test
    void aShadowReadsTheOthersPicturesAndNamesItsOwnRelease() {
        ChainSettings shadow = new ChainSettings(
                Optional.of("kafka.example:9092"),
                new Topics("shadow."),
                40,
                Optional.of(new ChainSettings.ShadowOf("next", "images.raw")),
                Optional.empty());
        List<ProcessPlan> services =
                new ChainProcesses(new Checkout(ROOT, LOCAL), ChainFolders.in(LOCAL), ports, shadow).services();

        assertThat(services).allSatisfy(service -> assertThat(service.command())
                .contains("-Demotionstream.release=next", "-Demotionstream.topic-prefix=shadow."));
        assertThat(services.get(0).command()).contains("-Dlandmarker.input-topic=images.raw");
    }

    @Test
    void theBrokerIsStartedOnItsPortAndData() {
        ProcessPlan broker = processes(Optional.empty()).broker();

        assertThat(String.join(" ", broker.command()))
                .contains("--data " + LOCAL.resolve("data/broker"), "--port " + ports.of("broker"));
    }

    private ChainProcesses processes(Optional<String> broker) {
        return new ChainProcesses(
                new Checkout(ROOT, LOCAL),
                ChainFolders.in(LOCAL),
                ports,
                new ChainSettings(broker, new Topics("staging."), 40));
    }
}
