package org.emotionstream.events.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.emotionstream.events.logging.Causes;
import org.jboss.logging.Logger;

/** Logs once that the collector is away and once that it is back, however many spans are lost in between. */
final class QuietExporter implements SpanExporter {
    private static final Logger LOG = Logger.getLogger(QuietExporter.class);

    private final SpanExporter exporter;
    private final String endpoint;
    private final AtomicLong lost = new AtomicLong();

    QuietExporter(SpanExporter exporter, String endpoint) {
        this.exporter = exporter;
        this.endpoint = endpoint;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> {
            if (result.isSuccess()) {
                taken();
            } else {
                refused(count, result.getFailureThrowable());
            }
        });
    }

    private void taken() {
        long before = lost.getAndSet(0);
        if (before > 0) {
            LOG.infof("%s takes traces again; %d spans or more are lost", endpoint, before);
        }
    }

    private void refused(int count, Throwable why) {
        if (lost.getAndAdd(count) == 0) {
            LOG.warnf(
                    "%s takes no traces (%s): spans are lost until it does, and nothing else; this is logged once",
                    endpoint, why == null ? "no reason is known" : Causes.inWords(why));
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
