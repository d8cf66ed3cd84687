package org.emotionstream.localbroker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A line of the broker's log as the services write theirs: date and time in UTC, level, logger, message. */
final class LogLine extends Formatter {
    @Override
    public String format(LogRecord record) {
        Instant time = record.getInstant().truncatedTo(ChronoUnit.MILLIS);
        return String.format(
                Locale.ROOT,
                "%s %-5s %s: %s%s%n",
                time,
                level(record.getLevel()),
                logger(String.valueOf(record.getLoggerName())),
                formatMessage(record),
                trace(record.getThrown()));
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN" : "INFO";
    }

    /** The last word of the name, as people know it; the broker itself where there is none. */
    private static String logger(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.isEmpty() ? "broker" : last;
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return System.lineSeparator() + text.toString().stripTrailing();
    }
}
