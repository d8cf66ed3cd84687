package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.testing.NewerSchemas;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A loop that meets a record of our own written with a schema that nobody has published yet. */
class UnknownSchemaIT {
    private static final Schema NEWER = NewerSchemas.withOneFieldMore(RawImage.getClassSchema());
    private static final RawImage MESSAGE =
            new RawImage("id", null, Instant.ofEpochMilli(5), ByteBuffer.wrap(new byte[] {1, 2}));

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void isAnsweredWhenTheSchemaArrivesLate() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker);
                Schemas schemas = schemas("PT40S")) {
            AvroMessages<RawImage> messages =
                    new AvroMessages<>(RawImage.class, schemas, fixture.topics.imagesLandmarks());
            fixture.start(
                    1, 10, record -> assertThat(messages.read(record.value())).isEqualTo(MESSAGE));
            send(fixture);
            await("the loop is ready")
                    .atMost(LoopFixture.PATIENCE)
                    .until(() -> fixture.started.get(0).health().ready().up());

            publish(fixture);

            assertThat(broker.read(fixture.topics.imagesFeatures(), 1)).hasSize(1);
            await("committed").atMost(LoopFixture.PATIENCE).until(() -> fixture.committed() == 1);
            assertThat(broker.end(fixture.topics.quarantine())).isZero();
        }
    }

    @Test
    void stopsTheLoopAndIsNamedWhenTheSchemaNeverArrives() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker);
                Schemas schemas = schemas("PT1S")) {
            AvroMessages<RawImage> messages =
                    new AvroMessages<>(RawImage.class, schemas, fixture.topics.imagesLandmarks());
            LoopFixture.Running running = fixture.start(1, 10, record -> messages.read(record.value()));
            send(fixture);

            assertThatThrownBy(() -> running.end().get(LoopFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContaining(key())
                    .hasMessageContaining(fixture.topics.imagesLandmarks());
            assertThat(broker.end(fixture.topics.quarantine())).isZero();
            assertThat(broker.end(fixture.topics.imagesFeatures())).isZero();
            assertThat(fixture.committed()).isZero();
        }
    }

    private Schemas schemas(String patience) {
        return Schemas.of(broker.chain("emotionstream.schema-patience", patience));
    }

    private static void send(LoopFixture fixture) throws Exception {
        fixture.send(List.of(new ProducerRecord<>(
                fixture.topics.imagesLandmarks(), 0, LoopFixture.bytes("key"), NewerSchemas.written(NEWER, MESSAGE))));
    }

    /** As any program does that has the schema and no class of ours. */
    private static void publish(LoopFixture fixture) throws Exception {
        fixture.send(List.of(new ProducerRecord<>(
                fixture.topics.schemas(), 0, LoopFixture.bytes(key()), LoopFixture.bytes(NEWER.toString()))));
    }

    private static String key() {
        long fingerprint = Long.reverseBytes(SchemaNormalization.parsingFingerprint64(NEWER));
        return String.format(Locale.ROOT, "%016x", fingerprint);
    }
}
