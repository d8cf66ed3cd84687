package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What client libraries send: the examples of the guide for cameras as they stand, and every codec that a library can have. */
class ClientsIT {
    private static final int PICTURE_BYTES = 16 * 1024 * 1024;
    private static final String CAMERA = "camera-7/000042";
    private static final List<String> CODECS = List.of("python-snappy", "lz4", "zstandard");
    private static final String UNCOMPRESSED = "uncompressed";
    private static final String AS_PRODUCED = "producer";

    @TempDir
    static Path folder;

    private static RunningChain chain;
    private static String broker;
    private static ClientLibraries clients;
    private static int pictures;
    private static int ofTheCamera;

    @BeforeAll
    static void start() throws Exception {
        chain = RunningChain.up(folder);
        broker = chain.bootstrapServers();
        clients = new ClientLibraries(Files.createDirectories(folder.resolve("work")), broker);
    }

    @AfterAll
    static void stop() throws Exception {
        chain.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-python==2.2.15", "kafka-python==3.0.12"})
    void thePythonExampleSendsAPictureJustBelowTheLimit(String library) throws Exception {
        Path program = Files.writeString(clients.work().resolve("send.py"), example("python"));
        photograph(PICTURE_BYTES);
        assertSent(clients.python(List.of(library), program));
    }

    @Test
    void theNodeExampleSendsAPictureJustBelowTheLimit() throws Exception {
        Files.writeString(clients.work().resolve("send.mjs"), example("node"));
        photograph(PICTURE_BYTES);
        assertSent(clients.node("send.mjs"));
    }

    @Test
    void theKcatExampleSendsAPictureJustBelowTheLimit() throws Exception {
        photograph(PICTURE_BYTES);
        assertSent(clients.kcat(example("kcat")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-python==2.2.15", "kafka-python==3.0.12"})
    void thePythonExampleFailsWhenTheBrokerRefuses(String library) throws Exception {
        Path program = Files.writeString(clients.work().resolve("send.py"), example("python"));
        photograph(PICTURE_BYTES);
        whileOnlySmallRecordsAreTaken(() -> assertRefused(clients.python(List.of(library), program)));
    }

    @Test
    void theNodeExampleFailsWhenTheBrokerRefuses() throws Exception {
        Files.writeString(clients.work().resolve("send.mjs"), example("node"));
        photograph(PICTURE_BYTES);
        whileOnlySmallRecordsAreTaken(() -> assertRefused(clients.node("send.mjs")));
    }

    @Test
    void theKcatExampleFailsWhenTheBrokerRefuses() throws Exception {
        photograph(PICTURE_BYTES);
        whileOnlySmallRecordsAreTaken(() -> assertRefused(clients.kcat(example("kcat"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, AS_PRODUCED})
    void everyCodecOfKafkasOwnClientIsAnswered(String topicCompression) throws Exception {
        keep(topicCompression);
        String prefix = "codecs/java/" + topicCompression + "/";
        byte[] picture = bitmap(bytesFor(topicCompression));
        for (CompressionType codec : CompressionType.values()) {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    broker,
                    "max.request.size",
                    PICTURE_BYTES + 1024 * 1024,
                    "compression.type",
                    codec.name);
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                byte[] key = (prefix + codec.name).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>("images.raw", key, picture)).get();
            }
        }
        assertAnswered(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, AS_PRODUCED})
    void everyCodecOfKafkaPython2IsAnswered(String topicCompression) throws Exception {
        python("codecs_kafka_python.py", "kafka-python==2.2.15", CODECS, topicCompression);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, AS_PRODUCED})
    void everyCodecOfKafkaPython3IsAnswered(String topicCompression) throws Exception {
        python("codecs_kafka_python.py", "kafka-python==3.0.12", CODECS, topicCompression);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, AS_PRODUCED})
    void everyCodecOfLibrdkafkaIsAnswered(String topicCompression) throws Exception {
        python("codecs_confluent_kafka.py", "confluent-kafka==2.16.1", List.of(), topicCompression);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, AS_PRODUCED})
    void everyCodecOfKafkajsIsAnswered(String topicCompression) throws Exception {
        keep(topicCompression);
        String prefix = "codecs/kafkajs/" + topicCompression + "/";
        assertEnded(clients.node("codecs.js", broker, picture(topicCompression).toString(), prefix));
        assertAnswered(prefix);
    }

    @Test
    void aCommandThatCouldNotReadEveryCodecSaysSo() throws Exception {
        List<String> command =
                new ArrayList<>(chain.commandLine().command("watch", "--from-beginning", "--limit", "1"));
        command.replaceAll(
                word -> word.startsWith("-Dorg.bytedeco.javacpp.cachedir=") ? "-Djava.io.tmpdir=/proc/none" : word);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("records that are packed with snappy or zstd cannot be read", "-Djava.io.tmpdir=FOLDER");
        assertThat(process.waitFor()).isEqualTo(ExitCodes.MACHINE);
    }

    private static void python(String program, String library, List<String> more, String topicCompression)
            throws Exception {
        keep(topicCompression);
        String prefix = "codecs/" + library + "/" + topicCompression + "/";
        List<String> requirements = new ArrayList<>(List.of(library));
        requirements.addAll(more);
        assertEnded(clients.python(
                requirements,
                ClientLibraries.python(program),
                broker,
                picture(topicCompression).toString(),
                prefix));
        assertAnswered(prefix);
    }

    private static void assertEnded(ClientLibraries.Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    /** Each example sends another picture, so none is a duplicate of those before. */
    private static void assertSent(ClientLibraries.Result result) {
        assertEnded(result);
        ofTheCamera++;
        try (Answers answers = new Answers(broker)) {
            assertThat(answers.finals(CAMERA, ofTheCamera).get(CAMERA))
                    .hasSize(ofTheCamera)
                    .allSatisfy(answer -> assertThat(answer.getSourceId()).hasToString("camera-7"));
        }
    }

    private static void assertRefused(ClientLibraries.Result result) {
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        assertThat(result.output()).containsIgnoringCase("large");
    }

    private static void assertAnswered(String prefix) {
        int codecs = CompressionType.values().length;
        try (Answers answers = new Answers(broker)) {
            Map<String, List<ImageEmotions>> finals = answers.finals(prefix, codecs);
            assertThat(finals).hasSize(codecs).allSatisfy((id, each) -> assertThat(each)
                    .hasSize(1));
        }
    }

    private static String example(String name) throws IOException {
        return RunbookPage.read("docs/guides/cameras.md").blocks().get(name).commands() + "\n";
    }

    private static int bytesFor(String topicCompression) {
        return topicCompression.equals(UNCOMPRESSED) ? PICTURE_BYTES : 1024 * 1024;
    }

    private static Path picture(String topicCompression) throws IOException {
        return Files.write(folder.resolve("picture.bmp"), bitmap(bytesFor(topicCompression)));
    }

    private static void photograph(int atMost) throws IOException {
        Files.write(clients.work().resolve("photo.jpg"), bitmap(atMost));
    }

    /** A picture that packs well, unlike a JPEG, and unlike each one before; at most so many bytes, and 4 kB less. */
    private static byte[] bitmap(int atMost) {
        int headerBytes = 54;
        int side = (int) Math.sqrt((atMost - headerBytes) / 3.0) / 4 * 4;
        ByteBuffer bytes = ByteBuffer.allocate(headerBytes + side * side * 3).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'B').put((byte) 'M').putInt(bytes.capacity()).putInt(0).putInt(headerBytes);
        bytes.putInt(40).putInt(side).putInt(side).putShort((short) 1).putShort((short) 24);
        bytes.putInt(0)
                .putInt(side * side * 3)
                .putInt(2835)
                .putInt(2835)
                .putInt(0)
                .putInt(0);
        bytes.putInt(pictures++);
        return bytes.array();
    }

    private static void keep(String compression) throws Exception {
        set("compression.type", compression);
    }

    private static void whileOnlySmallRecordsAreTaken(Trial trial) throws Exception {
        set("max.message.bytes", "1000000");
        try {
            trial.run();
        } finally {
            set("max.message.bytes", Integer.toString(Limits.RAW_RECORD_BYTES));
        }
    }

    private interface Trial {
        void run() throws Exception;
    }

    private static void set(String name, String value) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "images.raw");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
            // The controller answers before the broker uses it.
            Until.met(name + "=" + value, Duration.ofSeconds(30), () -> value.equals(setting(admin, topic, name)));
        }
    }

    private static String setting(Admin admin, ConfigResource topic, String name) {
        return admin.describeConfigs(List.of(topic))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .get(topic)
                .get(name)
                .value();
    }
}
