package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.time.Instant;

/** Capture times: those that are handed on, and those that no date of another language could hold. */
final class TimeTrials {
    private static final Instant MORNING = Instant.parse("2026-11-29T07:00:00Z");

    private final byte[] picture;

    TimeTrials(BufferedImage portrait) {
        picture = Encoding.jpeg(Encoding.drawn(portrait, BufferedImage.TYPE_INT_RGB, 64, 64));
    }

    void addTo(Trials trials) {
        header(trials, "time", "2026-11-29T07:00:00Z", Expected.takenAt(MORNING));
        header(trials, "time-zone", "2026-11-29T08:00:00+01:00", Expected.takenAt(MORNING));
        header(trials, "time-blank", "2026-11-29 07:00:00Z", Expected.takenAt(MORNING));
        header(
                trials,
                "time-leap-second",
                "2016-12-31T23:59:60Z",
                Expected.takenAt(Instant.parse("2016-12-31T23:59:59.999Z")));
        header(trials, "time-last", "9999-12-31T23:59:59Z", Expected.takenAt(Instant.parse("9999-12-31T23:59:59Z")));
        header(trials, "time-word", "yesterday", Expected.withoutTime());
        header(trials, "time-number", "1790000000", Expected.withoutTime());
        header(trials, "time-no-zone", "2026-11-29T07:00:00", Expected.withoutTime());
        header(trials, "time-no-day", "2026-02-30T00:00:00Z", Expected.withoutTime());
        header(trials, "time-before-1", "-0001-01-01T00:00:00Z", Expected.withoutTime());
        header(trials, "time-long-ago", "-292275055-05-16T16:47:04.192Z", Expected.withoutTime());
        header(trials, "time-far-off", "+58880-12-02T09:03:22Z", Expected.withoutTime());
        message(trials, "time-avro", "in milliseconds", MORNING.toEpochMilli(), Expected.takenAt(MORNING));
        message(trials, "time-micros", "in microseconds", MORNING.toEpochMilli() * 1_000, Expected.withoutTime());
        message(trials, "time-most", "the largest number", Long.MAX_VALUE, Expected.withoutTime());
        message(trials, "time-least", "the smallest number", Long.MIN_VALUE, Expected.withoutTime());
    }

    private void header(Trials trials, String name, String time, Expected expected) {
        trials.add(name, "ce_time " + time, Sent.of(trials.id(name), picture).withHeader("ce_time", time), expected);
    }

    private void message(Trials trials, String name, String input, long millis, Expected expected) {
        byte[] value = EnvelopeTrials.of(trials.id(name), Instant.ofEpochMilli(millis), picture);
        trials.add(name, "RawImage.capturedAt, " + input, value, expected);
    }
}
