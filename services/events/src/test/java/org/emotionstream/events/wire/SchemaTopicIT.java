package org.emotionstream.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.NewerSchemas;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.localbroker.LoopbackPorts;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.RawImage;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schemas of other versions, without a registry: through the topic {@code internal.schemas}. */
class SchemaTopicIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final ImageTaken taken = taken();
    private Topics topics;
    private final List<Schemas> opened = new ArrayList<>();

    @BeforeEach
    void prepare() {
        topics = broker.prepare(1);
    }

    @AfterEach
    void close() {
        opened.forEach(Schemas::close);
    }

    @Test
    void writersPublishOnceBeforeTheFirstRecord() {
        byte[] first = messages(schemas(1)).write(taken);
        List<ConsumerRecord<byte[], byte[]>> published = published();
        byte[] ofAnotherProcess = messages(schemas(1)).write(taken);

        assertThat(published).hasSize(1);
        assertThat(published()).hasSize(1);
        assertThat(new String(published.get(0).key(), StandardCharsets.UTF_8))
                .isEqualTo(HexFormat.of().formatHex(Arrays.copyOfRange(first, 2, 10)));
        assertThat(parsed(published.get(0))).isEqualTo(ImageTaken.getClassSchema());
        assertThat(ofAnotherProcess).isEqualTo(first);
    }

    @Test
    void anOldConsumerReadsNewEventsAndANewOneOldEvents() throws Exception {
        Schema newer = NewerSchemas.withOneFieldMore(ImageTaken.getClassSchema());
        Schema older = NewerSchemas.withOneFieldLess(ImageTaken.getClassSchema(), "attempt");
        try (SchemaTopic writer = new SchemaTopic(configuration(1), Duration.ofSeconds(5))) {
            writer.publish(newer);
            writer.publish(older);
        }
        AvroMessages<ImageTaken> reader = messages(schemas(1));

        assertThat(reader.read(NewerSchemas.written(newer, taken))).isEqualTo(taken);

        ImageTaken withDefault = ImageTaken.newBuilder(taken).build();
        withDefault.setAttempt(1);
        assertThat(reader.read(NewerSchemas.written(older, taken))).isEqualTo(withDefault);
    }

    @Test
    void aConsumerOfAnEarlierVersionReadsTodaysEventsWithTheTopicAlone() throws Exception {
        byte[] bytes = messages(schemas(1)).write(taken);
        Schema older = NewerSchemas.withOneFieldLess(ImageTaken.getClassSchema(), "attempt");
        Map<String, Schema> byKey = new HashMap<>();
        published().forEach(record -> byKey.put(new String(record.key(), StandardCharsets.UTF_8), parsed(record)));

        var decoder = new BinaryMessageDecoder<GenericRecord>(
                GenericData.get(),
                older,
                fingerprint -> byKey.get(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, 2, 10))));

        GenericRecord read = decoder.decode(bytes);
        assertThat(read.get("imageId")).hasToString(taken.getImageId());
        assertThat(read.hasField("attempt")).isFalse();
    }

    @Test
    void aSchemaThatComesLateIsWaitedFor() throws Exception {
        Schema newer = NewerSchemas.withOneFieldMore(ImageTaken.getClassSchema());
        AvroMessages<ImageTaken> reader = messages(schemas(30));
        byte[] bytes = NewerSchemas.written(newer, taken);
        CompletableFuture<ImageTaken> read = CompletableFuture.supplyAsync(() -> reader.read(bytes));

        try (SchemaTopic writer = new SchemaTopic(configuration(1), Duration.ofSeconds(5))) {
            assertThat(read).isNotDone();
            writer.publish(newer);
        }
        assertThat(read.get()).isEqualTo(taken);
    }

    @Test
    void oneThatNeverComesIsNotTheRecordsFaultAndIsNamed() throws Exception {
        Schema newer = NewerSchemas.withOneFieldMore(ImageTaken.getClassSchema());
        AvroMessages<ImageTaken> reader = messages(schemas(1));
        byte[] bytes = NewerSchemas.written(newer, taken);

        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining(SchemaTopic.keyOf(newer))
                .hasMessageContaining(topics.imagesTaken());
    }

    @Test
    void whereAnybodyMayWriteAnUnknownSchemaIsUnreadableAtOnceUntilItIsPublished() throws Exception {
        Schema newer = NewerSchemas.withOneFieldMore(RawImage.getClassSchema());
        RawImage raw = new RawImage("id", "camera", Instant.ofEpochMilli(5), ByteBuffer.wrap(new byte[] {1, 2}));
        byte[] bytes = NewerSchemas.written(newer, raw);
        AvroMessages<RawImage> reader = AvroMessages.fromAnybody(RawImage.class, schemas(600), topics.imagesRaw());

        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(SchemaTopic.keyOf(newer));
        try (SchemaTopic operator = new SchemaTopic(configuration(1), Duration.ofSeconds(5))) {
            operator.publish(newer);
        }
        assertThat(reader.read(bytes)).isEqualTo(raw);
    }

    @Test
    void aTopicThatCannotBeReadIsNeverTheRecordsFault() throws Exception {
        ChainConfiguration nowhere = Settings.read(
                ChainConfiguration.class,
                Map.of(
                        "emotionstream.bootstrap-servers", "127.0.0.1:" + LoopbackPorts.free(),
                        "emotionstream.kafka.\"default.api.timeout.ms\"", "500",
                        "emotionstream.kafka.\"request.timeout.ms\"", "400"));
        Schemas schemas = new Schemas(
                Optional.of(new SchemaTopic(nowhere, Duration.ofMillis(100))), Optional.empty(), Duration.ofSeconds(1));
        opened.add(schemas);
        byte[] bytes = NewerSchemas.written(NewerSchemas.withOneFieldMore(ImageTaken.getClassSchema()), taken);

        assertThatThrownBy(() -> messages(schemas).read(bytes)).isInstanceOf(SchemaRegistryException.class);
        AvroMessages<ImageTaken> fromAnybody = AvroMessages.fromAnybody(ImageTaken.class, schemas, "any");
        for (int time = 0; time < 20; time++) {
            assertThatThrownBy(() -> fromAnybody.read(bytes))
                    .as("set aside, and the brokers are asked once")
                    .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.fault())
                            .isEqualTo(UnreadableMessageException.Fault.SCHEMA_NOT_AVAILABLE));
        }
        assertThatThrownBy(() -> messages(schemas).write(taken)).isInstanceOf(SchemaRegistryException.class);
    }

    private AvroMessages<ImageTaken> messages(Schemas schemas) {
        return new AvroMessages<>(ImageTaken.class, schemas, topics.imagesTaken());
    }

    private Schemas schemas(int patienceSeconds) {
        Schemas schemas = Schemas.of(configuration(patienceSeconds));
        opened.add(schemas);
        return schemas;
    }

    private ChainConfiguration configuration(int patienceSeconds) {
        return broker.chain("emotionstream.schema-patience", "PT" + patienceSeconds + "S");
    }

    private List<ConsumerRecord<byte[], byte[]>> published() {
        return broker.read(topics.schemas(), (int) broker.end(topics.schemas()));
    }

    private static Schema parsed(ConsumerRecord<byte[], byte[]> record) {
        return new Schema.Parser().parse(new String(record.value(), StandardCharsets.UTF_8));
    }

    private static ImageTaken taken() {
        ImageTaken message = new ImageTaken();
        message.setImageId("image");
        message.setDigest(ByteBuffer.wrap(new byte[16]));
        message.setEnteredAt(Instant.ofEpochMilli(7));
        message.setPartition(1);
        message.setOffset(2);
        message.setPictureBytes(3);
        message.setAttempt(4);
        message.setOutcome(TakenOutcome.forwarded);
        return message;
    }
}
