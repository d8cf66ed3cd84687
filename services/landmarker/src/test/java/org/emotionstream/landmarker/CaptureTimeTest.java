package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTimeTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            2026-11-29T07:00:00Z,                   2026-11-29T07:00:00Z
            2026-11-29t07:00:00z,                   2026-11-29T07:00:00Z
            2026-11-29 07:00:00Z,                   2026-11-29T07:00:00Z
            2026-11-29T07:00:00-00:00,              2026-11-29T07:00:00Z
            2026-11-29T07:00Z,                      2026-11-29T07:00:00Z
            2026-01-02T03:04:05.678+01:00,          2026-01-02T02:04:05.678Z
            2026-01-02T03:04:05.678999999999Z,      2026-01-02T03:04:05.678Z
            2016-12-31T23:59:60Z,                   2016-12-31T23:59:59.999Z
            2016-12-31T23:59:60.5Z,                 2016-12-31T23:59:59.999Z
            2017-01-01T00:59:60+01:00,              2016-12-31T23:59:59.999Z
            0001-01-01T00:00:00Z,                   0001-01-01T00:00:00Z
            9999-12-31T23:59:59.999Z,               9999-12-31T23:59:59.999Z
            """)
    void takesRfc3339OfTheYears1To9999(String text, String time) {
        assertThat(CaptureTime.parse(text)).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1790000000",
                "2026-11-29T07:00:00",
                "2026-02-30T00:00:00Z",
                "2026-11-29T12:30:60Z",
                "2026-11-29T07:00:00+0100",
                "-0001-01-01T00:00:00Z",
                "-292275055-05-16T16:47:04.192Z",
                "+58880-12-02T09:03:22Z",
                "0000-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "+999999999-12-31T23:59:59Z"
            })
    void anyOtherTextIsNoTime(String text) {
        assertThat(CaptureTime.parse(text)).isEmpty();
    }

    @Test
    void aTextOfAMegabyteIsNoTimeAtOnce() {
        assertThat(CaptureTime.parse("2026-11-29T07:00:00." + "1".repeat(1 << 20) + "Z"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1_795_935_229_402_000L,
                1_795_935_229_402_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                253_402_300_800_000L,
                -62_135_596_800_001L
            })
    void aNumberBeyondTheYears1To9999IsNoTime(long millis) {
        assertThat(CaptureTime.checked(Instant.ofEpochMilli(millis))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_795_935_229_402L, 253_402_300_799_999L, -62_135_596_800_000L})
    void aNumberWithinThemIsATime(long millis) {
        assertThat(CaptureTime.checked(Instant.ofEpochMilli(millis))).contains(Instant.ofEpochMilli(millis));
    }
}
