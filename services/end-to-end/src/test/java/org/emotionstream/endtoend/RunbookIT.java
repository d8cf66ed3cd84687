package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the runbook, block by block, on one chain; what they need of users is in {@link RotatePasswordIT}. What
 * other tests show as well, and takes minutes, is left to {@code ./emotionstream test --runbook}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunbookIT {
    private static final String LONG = "long";
    private static final Set<String> TRIED_ELSEWHERE = Set.of("rotate-password.md");
    private static final int BEFORE_AND_AFTER = 20;
    private static final String AGAIN = "again/1";

    @TempDir
    static Path folder;

    private static TriedCheckout checkout;

    @BeforeAll
    static void makeCheckout() throws IOException {
        checkout = new TriedCheckout(folder);
        checkout.givePictures();
    }

    @AfterAll
    static void down() throws Exception {
        checkout.down();
    }

    @Test
    @Order(1)
    void install() throws Exception {
        run("install.md", "start", "look", "first pictures");
    }

    @Test
    @Order(2)
    void scale() throws Exception {
        run("scale.md", "three", "look again", "back to one");
    }

    @Test
    @Tag(LONG)
    @Order(3)
    void rollRelease() throws Exception {
        run("roll-release.md", "look", "forward", "a picture", "back");
    }

    @Test
    @Order(4)
    void replayRejected() throws Exception {
        sendGarbage("gate-4", 2);
        run("replay-rejected.md", "list", "show", "one", "another", "count");
    }

    @Test
    @Order(5)
    void oneCamera() throws Exception {
        run("one-camera.md", "last seen", "rejects", "missing");
    }

    @Test
    @Order(6)
    void addPartitionsWhileACameraSends() throws Exception {
        String brokers = bootstrapServers();
        int sent;
        try (org.emotionstream.endtoend.Stream camera = new org.emotionstream.endtoend.Stream(brokers, "switch/")) {
            camera.send(AGAIN, Photographs.smallest());
            camera.awaitSent(BEFORE_AND_AFTER);
            run("add-partitions.md", "stop taking", "drain", "the new generation", "start");
            assertThat(bootstrapServers()).isEqualTo(brokers);
            camera.awaitMore(BEFORE_AND_AFTER);
            sent = camera.stop();
            run("add-partitions.md", "the old one", "the new one");
        }
        try (Answers answers = new Answers(brokers)) {
            assertThat(answers.finals("switch/", sent)).hasSize(sent).allSatisfy((id, each) -> assertThat(each)
                    .hasSize(1)
                    .allSatisfy(answer -> assertThat(answer.getModels()).hasSize(4)));
        }
        run("add-partitions.md", "way back");
    }

    @Test
    @Order(7)
    void restoreState() throws Exception {
        run("restore.md", "state gone", "nothing doubled");
    }

    @Test
    @Order(8)
    void upgrade() throws Exception {
        run("upgrade.md", "one service", "after");
    }

    @Test
    @Order(9)
    void whatIsSentBeforeAndAfterTheSwitchIsAnsweredByEachAndTheAuditNamesIt() throws Exception {
        String brokers = bootstrapServers();
        try (org.emotionstream.endtoend.Stream camera = new org.emotionstream.endtoend.Stream(brokers, "late/");
                Answers answers = new Answers(brokers)) {
            camera.send(AGAIN, Photographs.smallest());
            assertThat(answers.finals(AGAIN, 2).get(AGAIN)).hasSize(2);
        }
        assertThat(checkout.bash("audit", "./emotionstream audit || [[ $? = 1 ]]"))
                .anyMatch(line -> line.startsWith("doubled: " + AGAIN));
    }

    @Test
    @Tag(LONG)
    @Order(10)
    void restoreFromNothing() throws Exception {
        run("restore.md", "everything gone");
    }

    @Test
    @Tag(LONG)
    @Order(11)
    void everyMarkedBlockWasRun() throws IOException {
        Map<String, Set<String>> marked = new TreeMap<>();
        try (Stream<Path> files = Files.list(RunbookPage.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                RunbookPage page = RunbookPage.read(name);
                if (!page.blocks().isEmpty() && !TRIED_ELSEWHERE.contains(name)) {
                    marked.put(name, new TreeSet<>(page.blocks().keySet()));
                }
            }
        }
        assertThat(checkout.tried()).isEqualTo(marked);
    }

    private static void run(String page, String... blocks) throws Exception {
        for (String block : blocks) {
            checkout.run(page, block);
        }
    }

    private static String bootstrapServers() throws IOException {
        Path remembered = folder.resolve(".emotionstream/run/up.json");
        return new ObjectMapper()
                .readTree(remembered.toFile())
                .get("bootstrapServers")
                .asText();
    }

    private static void sendGarbage(String source, int count) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                Answers rejected = new Answers(bootstrapServers())) {
            for (int i = 1; i <= count; i++) {
                byte[] key = (source + "/" + i).getBytes(StandardCharsets.UTF_8);
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>("images.raw", key, ("no picture " + i).getBytes(StandardCharsets.UTF_8));
                record.headers().add("source", source.getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
                List<?> set = rejected.read("images.rejected", each -> true, i);
                assertThat(set).hasSize(i);
            }
        }
    }
}
