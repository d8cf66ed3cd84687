package org.emotionstream.events.tracing;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** The names of what our spans say: OpenTelemetry's semantic conventions for messaging, and our own. */
final class SpanAttributes {
    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");

    static final AttributeKey<String> STAGE = AttributeKey.stringKey("emotionstream.stage");
    static final AttributeKey<String> IMAGE = AttributeKey.stringKey("emotionstream.image.id");
    static final AttributeKey<String> RELEASE = AttributeKey.stringKey("emotionstream.release");
    static final AttributeKey<String> MODEL = AttributeKey.stringKey("emotionstream.model");
    static final AttributeKey<List<String>> MODELS = AttributeKey.stringArrayKey("emotionstream.models");
    static final AttributeKey<Long> FACES = AttributeKey.longKey("emotionstream.faces");
    static final AttributeKey<Long> REVISION = AttributeKey.longKey("emotionstream.revision");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("emotionstream.outcome");
    static final AttributeKey<String> REASON = AttributeKey.stringKey("emotionstream.reason");
    static final AttributeKey<Double> QUEUE = AttributeKey.doubleKey("emotionstream.queue.seconds");

    private SpanAttributes() {}
}
