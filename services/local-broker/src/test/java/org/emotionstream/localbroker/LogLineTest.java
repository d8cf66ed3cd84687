package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void beginsWithDateAndZoneAndItsLevelInEnglish() {
        LogRecord record = new LogRecord(Level.SEVERE, "no {0} left");
        record.setParameters(new Object[] {"space"});
        record.setLoggerName("kafka.server.BrokerServer");
        record.setInstant(Instant.parse("2026-11-29T06:00:24.623456Z"));

        assertThat(new LogLine().format(record))
                .isEqualTo("2026-11-29T06:00:24.623Z ERROR BrokerServer: no space left" + System.lineSeparator());
    }

    @Test
    void hasTheTraceOfAnExceptionBelowIt() {
        LogRecord record = new LogRecord(Level.WARNING, "what");
        record.setThrown(new IllegalStateException("why"));

        assertThat(new LogLine().format(record).lines().toList())
                .hasSizeGreaterThan(2)
                .element(1)
                .isEqualTo("java.lang.IllegalStateException: why");
    }
}
