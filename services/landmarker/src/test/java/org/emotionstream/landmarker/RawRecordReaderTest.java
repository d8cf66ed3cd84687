package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.RawImage;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawRecordReaderTest {
    private static final byte[] PICTURE = HexFormat.of().parseHex("ffd8ffe000104a464946000101");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordHeaders headers = new RecordHeaders();
    private final RawImage image = new RawImage("id", "camera", Instant.ofEpochMilli(7), ByteBuffer.wrap(PICTURE));

    /** HEIC, AVIF, JPEG 2000, JPEG XL, icon, cursor, H.264, H.265, MPEG, zeros, a JPEG behind its length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000186674797068656963000000006d69663168656963",
                "000000186674797061766966000000006d69663161766966",
                "0000000c6a5020200d0a870a",
                "0000000c4a584c200d0a870a",
                "00000100010010100000010020006804000016000000",
                "00000200010010100000010020006804000016000000",
                "00000001674d0028",
                "0000000140010c01",
                "000001ba4400040004010001",
                "000000000000000000",
                "00",
                "0000000dffd8ffe000104a4649460001"
            })
    void whatBeginsWithAZeroAndIsAnotherFormatIsNoAvroAndNoRegistryIsAskedForIt(String hex) {
        byte[] value = HexFormat.of().parseHex(hex);

        for (Schemas schemas : new Schemas[] {Schemas.none(), withARegistryThatIsAway()}) {
            assertThat(read(schemas, value)).isInstanceOf(RawRecord.Picture.class);
            assertThat(read(schemas, Arrays.copyOf(value, 4000))).isInstanceOf(RawRecord.Picture.class);
        }
    }

    @Test
    void aZeroAloneMakesNoAvro() {
        byte[] font = Arrays.copyOf(HexFormat.of().parseHex("000100000012010000040020"), 500);
        byte[] nothingKnown = HexFormat.of().parseHex("00f1f2f3f4f5f6f7f8f9");

        assertThat(read(Schemas.none(), font)).isInstanceOf(RawRecord.Picture.class);
        assertThat(read(Schemas.none(), nothingKnown)).isInstanceOf(RawRecord.Picture.class);
    }

    @Test
    void whileTheRegistryIsAwayAMessageOfOurSchemaIsReadAndWhatMayBeOfAnotherIsSetAside() {
        byte[] value = confluent(RawImage.class, image, 258);

        assertThat(read(withARegistryThatIsAway(), value))
                .isInstanceOfSatisfying(RawRecord.Picture.class, picture -> assertThat(picture.imageId())
                        .isEqualTo("id"));
        assertThat(read(withARegistryThatIsAway(), Arrays.copyOf(value, value.length + 1)))
                .isInstanceOfSatisfying(RawRecord.Refused.class, refused -> {
                    assertThat(refused.why().reason().label()).isEqualTo("schema-unavailable");
                    assertThat(refused.why().message()).contains("replay it").doesNotContain("127.0.0.1");
                });
    }

    @Test
    void readsBothLayouts() {
        byte[] single = new AvroMessages<>(RawImage.class).write(image);

        for (byte[] value : new byte[][] {single, confluent(RawImage.class, image, 258)}) {
            RawRecord.Picture picture = (RawRecord.Picture) read(Schemas.none(), value);
            assertThat(picture.imageId()).isEqualTo("id");
            assertThat(picture.encoded()).isEqualTo(ByteBuffer.wrap(PICTURE));
        }
    }

    @Test
    void namesAMessageThatOnlyTheChainWrites() {
        ImageTaken taken = new ImageTaken();
        taken.setImageId("id");
        taken.setDigest(ByteBuffer.allocate(16));
        taken.setEnteredAt(Instant.EPOCH);
        taken.setOutcome(TakenOutcome.forwarded);

        assertThat(wrongAvro(new AvroMessages<>(ImageTaken.class).write(taken))).contains("the message ImageTaken");
        assertThat(wrongAvro(confluent(ImageTaken.class, taken, 3))).contains("the message ", "ImageTaken");
    }

    @Test
    void saysThatAMessageEndsEarly() {
        byte[] single = new AvroMessages<>(RawImage.class).write(image);
        byte[] confluent = confluent(RawImage.class, image, 258);

        assertThat(wrongAvro(Arrays.copyOf(single, single.length - 1))).contains("its end is missing");
        assertThat(wrongAvro(Arrays.copyOf(confluent, confluent.length - 1))).contains("its end is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c30105", "c301ffffffffffffffff00", "c3010102030405060708", "000000000402feffffffffffffff7f00"})
    void speaksOfTheSchemaAndNotOfAnException(String hex) {
        RawRecord raw = read(Schemas.none(), HexFormat.of().parseHex(hex));

        if (raw instanceof RawRecord.Refused refused) {
            assertThat(refused.why().reason().label()).isEqualTo("wrong-avro");
            assertThat(refused.why().message())
                    .startsWith("expected a RawImage (schemas/src/main/avro/1-RawImage.avsc)")
                    .doesNotContain("Exception", "Index", "Malformed", "null", "Unrecognized");
        } else {
            assertThat(hex).startsWith("00");
        }
    }

    @Test
    void countsACaptureTimeThatIsLeftOutAndAnswersThePicture() {
        headers.add("ce_time", "-0001-01-01T00:00:00Z".getBytes(StandardCharsets.UTF_8));
        RawImage micros = new RawImage(null, null, Instant.ofEpochMilli(1_795_935_229_402_000L), image.getPicture());

        RawRecord.Picture byHeader = (RawRecord.Picture) read(Schemas.none(), PICTURE);
        RawRecord.Picture byMessage =
                (RawRecord.Picture) read(Schemas.none(), new AvroMessages<>(RawImage.class).write(micros));

        assertThat(byHeader.capturedAt()).isEmpty();
        assertThat(byMessage.capturedAt()).isEmpty();
        assertThat(leftOut("format")).isEqualTo(1);
        assertThat(leftOut("year")).isEqualTo(1);
    }

    @Test
    void countsNoCaptureTimeThatIsUsedOrNotSaid() {
        read(Schemas.none(), PICTURE);
        headers.add("ce_time", "2026-12-31 23:59:60Z".getBytes(StandardCharsets.UTF_8));

        assertThat(((RawRecord.Picture) read(Schemas.none(), PICTURE)).capturedAt())
                .contains(Instant.parse("2026-12-31T23:59:59.999Z"));
        assertThat(leftOut("format") + leftOut("year")).isZero();
    }

    private double leftOut(String reason) {
        return registry.get("emotionstream.capture.times.left.out")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private String wrongAvro(byte[] value) {
        RawRecord.Refused refused = (RawRecord.Refused) read(Schemas.none(), value);
        assertThat(refused.why().reason().label()).isEqualTo("wrong-avro");
        return refused.why().message();
    }

    private RawRecord read(Schemas schemas, byte[] value) {
        RawRecordReader reader = new RawRecordReader(
                AvroMessages.fromAnybody(RawImage.class, schemas, "images.raw"), new CaptureTimes(registry));
        return reader.read(new ConsumerRecord<>(
                "images.raw",
                0,
                1,
                2,
                TimestampType.LOG_APPEND_TIME,
                -1,
                value.length,
                null,
                value,
                headers,
                Optional.empty()));
    }

    /** At a port that nobody listens at. */
    private static Schemas withARegistryThatIsAway() {
        return Schemas.of(Settings.read(
                ChainConfiguration.class,
                Map.of(
                        "emotionstream.schema-registry-url", "http://127.0.0.1:1/apis/ccompat/v7",
                        "emotionstream.schema-patience", "PT0S")));
    }

    private static <T extends SpecificRecordBase> byte[] confluent(Class<T> type, T message, int id) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(type).write(message, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
