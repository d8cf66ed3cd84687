package org.emotionstream.landmarker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a picture was taken, as an untrusted producer states it. A time is handed on only in the years 1 to 9999 of UTC,
 * which every language has dates for; any other is no time: a camera's clock is data, not a reason to lose its picture.
 */
final class CaptureTime {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int MOST_CHARACTERS = 80;

    /** Date, hour and minute, second, nine digits of its fraction, zone; a blank may stand for the T. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?(?:(\\.\\d{1,9})\\d*)?([Zz]|[+-]\\d\\d:\\d\\d)");

    private CaptureTime() {}

    /** The time of a header, to the millisecond; empty when it is no RFC 3339. */
    static Optional<Instant> parse(String text) {
        Matcher parts = RFC_3339.matcher(text.length() <= MOST_CHARACTERS ? text : "");
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean leapSecond = ":60".equals(parts.group(3));
        try {
            OffsetDateTime time = OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2)
                    + (leapSecond ? ":59" : or(parts.group(3), ":00"))
                    + (leapSecond ? ".999" : or(parts.group(4), ""))
                    + parts.group(5));
            return leapSecond && !endsADay(time) ? Optional.empty() : checked(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** This time, to the millisecond; empty when it is beyond the years that are handed on. */
    static Optional<Instant> checked(Instant time) {
        return time.isBefore(FIRST) || time.isAfter(LAST)
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(time.toEpochMilli()));
    }

    /** Leap seconds are at the end of a day of UTC; one is taken as the last millisecond before it. */
    private static boolean endsADay(OffsetDateTime time) {
        LocalTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        return utc.getHour() == 23 && utc.getMinute() == 59;
    }

    private static String or(String text, String other) {
        return text == null ? other : text;
    }
}
