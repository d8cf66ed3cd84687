package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What cameras chose themselves (ids, sources, names and values of headers), as every command prints it. */
class HostileTextIT {
    private static final String HOSTILE =
            "k\u001b]0;title\u0007\u001b[31m\r\n2026-11-29T00:00:00Z fake\t6\u202egpj.exe\u009b2J\u2028x\u200b";
    private static final String BYTES = "\u001b[2J as they came\n";

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    private Topics topics;
    private ChainOnBroker chain;

    @BeforeEach
    void aRejectedAndAnAnsweredPicture() throws Exception {
        chain = new ChainOnBroker(broker);
        topics = broker.topics();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topics.imagesRaw(), 0, ChainOnBroker.utf8(HOSTILE), ChainOnBroker.utf8(BYTES));
        record.headers().add("source", ChainOnBroker.utf8(HOSTILE));
        record.headers().add("name" + HOSTILE, ChainOnBroker.utf8("value"));
        record.headers().add("value", ChainOnBroker.utf8("turned \u202e round"));
        RecordMetadata sent = chain.send(record);
        chain.taken(HOSTILE, sent, 1, Optional.of("not-a-picture"));
        chain.ledger(HOSTILE, LedgerState.rejected, 1, Instant.ofEpochMilli(sent.timestamp()));
        ConsumerRecord<byte[], byte[]> raw = new ConsumerRecord<>(
                sent.topic(),
                sent.partition(),
                sent.offset(),
                sent.timestamp(),
                org.apache.kafka.common.record.TimestampType.LOG_APPEND_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
        chain.send(OriginHeaders.setAside(
                raw, topics.imagesRejected(), record.key(), "landmarker", "not-a-picture", "found " + HOSTILE));
        ImageEmotions answer = Messages.emotions(HOSTILE, List.of(Messages.happy(10, 20, 80)));
        answer.setSourceId(HOSTILE);
        answer.setReleaseId(HOSTILE);
        chain.write(topics.emotionsFinal(), HOSTILE, answer);
        chain.allIsRead();
    }

    @Test
    void everyCommandPrintsItAsOneLineWithoutControlCharacters() {
        int lines = run("rejected", "list").output().size();

        assertThat(lines).as("header, record and sum").isEqualTo(3);
        assertThat(run("rejected", "show", HOSTILE).output())
                .filteredOn(line -> line.startsWith("header     name"))
                .hasSize(1);
        assertThat(run("rejected", "replay").text()).contains("sent again: k\\u001b]0;title");
        assertThat(run("watch", "--from-beginning", "--limit", "1").output()).hasSize(2);
        assertThat(run("erase", "--source", HOSTILE).text()).contains("nothing of k\\u001b]0;title");
        assertThat(run("audit").output()).isNotEmpty();
    }

    @Test
    void jsonKeepsTheTextAndEscapesIt() throws Exception {
        ObjectMapper json = new ObjectMapper();

        CommandRun list = run("rejected", "list", "--json");
        CommandRun watch = run("watch", "--from-beginning", "--limit", "1", "--json");

        assertThat(json.readTree(list.text()).get("imageId").asText()).isEqualTo(HOSTILE);
        assertThat(json.readTree(watch.text()).get("sourceId").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void theBytesThatWereSentAreWrittenAsTheyCame() throws Exception {
        Path file = folder.resolve("bytes");

        run("rejected", "show", HOSTILE, "--out", file.toString());

        assertThat(Files.readString(file)).isEqualTo(BYTES);
    }

    private CommandRun run(String... words) {
        CommandRun run = chain.run(words);
        assertThat(run.output()).as(run.errors()).isNotEmpty();
        assertThat(run.output()).allSatisfy(HostileTextIT::assertClean);
        assertThat(run.errors().lines().toList()).allSatisfy(HostileTextIT::assertClean);
        return run;
    }

    private static void assertClean(String line) {
        assertThat(line)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]")
                .doesNotMatch("2026-11-29T00:00:00Z fake.*");
    }
}
