/**
 * Traces across the chain, and what a log line says about the image in hand. W3C trace context travels in the
 * headers of records; every stage makes one span for each record. Off, and then without a thread, a header or a
 * span, unless {@code OTEL_EXPORTER_OTLP_ENDPOINT} names a collector. See {@code docs/guides/tracing.md}.
 */
package org.emotionstream.events.tracing;
