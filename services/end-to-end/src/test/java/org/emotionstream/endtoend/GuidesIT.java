package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
 * The README and the guides, block by block, on one chain, by {@code ./emotionstream test --runbook}; the producers of
 * the guide for cameras are in {@link ClientsIT}.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuidesIT {
    private static final String README = "README.md";
    private static final String CAMERAS = "docs/guides/cameras.md";
    private static final Set<String> TRIED_ELSEWHERE = Set.of("python", "node", "kcat");

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
    void keepItRunning() throws Exception {
        run(README, "keep it running");
    }

    @Test
    @Order(2)
    void rejectedPictures() throws Exception {
        sendWhatIsNoPicture();
        checkout.bash(
                "in the ledger",
                "timeout 60 bash -c 'until ./emotionstream audit | grep -Eq \"^  rejected +3\"; do sleep 1; done'");
        run("docs/guides/audit.md", "balance");
        run("docs/guides/rejected.md", "list", "show", "erase", "one", "another");
    }

    @Test
    @Order(3)
    void accessRules() throws Exception {
        run("docs/guides/access.md", "print");
    }

    @Test
    @Order(4)
    void releases() throws Exception {
        run("docs/guides/releases.md", "shadow");
        checkout.bash(
                "twelve photographs",
                "./emotionstream send " + Photographs.all().get(0).getParent());
        checkout.bash(
                "compared",
                "timeout 120 bash -c 'until ./emotionstream shadow report | grep -q \"^images compared 12;\"; do sleep 1; done'");
        run("docs/guides/releases.md", "report");
        new CopiedReleases(folder).copy("2026-11-first", "2026-12-third");
        run("docs/guides/releases.md", "forward", "serves");
    }

    @Test
    @Order(5)
    void moreProcessesAndTheEnd() throws Exception {
        run("docs/guides/operators.md", "more, and stop");
    }

    @Test
    @Order(6)
    void planning() throws Exception {
        run("docs/guides/planning.md", "a plan", "ten thousand cameras", "a million a second");
    }

    @Test
    @Order(7)
    void everyMarkedBlockWasRun() throws IOException {
        Map<String, Set<String>> marked = new TreeMap<>();
        try (Stream<Path> files = Files.list(CommandLineInterface.root().resolve("docs/guides"))) {
            for (Path file : files.toList()) {
                mark("docs/guides/" + file.getFileName(), marked);
            }
        }
        mark(README, marked);
        assertThat(marked.remove(CAMERAS)).isEqualTo(TRIED_ELSEWHERE);
        assertThat(checkout.tried()).isEqualTo(marked);
    }

    private static void mark(String page, Map<String, Set<String>> marked) throws IOException {
        Set<String> blocks = RunbookPage.read(page).blocks().keySet();
        if (!blocks.isEmpty()) {
            marked.put(page, new TreeSet<>(blocks));
        }
    }

    private static void run(String page, String... blocks) throws Exception {
        for (String block : blocks) {
            checkout.run(page, block);
        }
    }

    /** Two pages of HTML and half a JPEG, of the camera of the guide. */
    private static void sendWhatIsNoPicture() throws Exception {
        byte[] html = "<html>nope".getBytes(StandardCharsets.UTF_8);
        List<byte[]> values = List.of(html, html, Arrays.copyOf(Photographs.smallest(), 20_000));
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                Answers rejected = new Answers(bootstrapServers())) {
            for (int i = 0; i < values.size(); i++) {
                byte[] key = ("gate-4/" + i).getBytes(StandardCharsets.UTF_8);
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("images.raw", key, values.get(i));
                record.headers().add("source", "gate-4".getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
                assertThat(rejected.read("images.rejected", each -> true, i + 1))
                        .hasSize(i + 1);
            }
        }
    }

    private static String bootstrapServers() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(".emotionstream/run/up.json").toFile())
                .get("bootstrapServers")
                .asText();
    }
}
