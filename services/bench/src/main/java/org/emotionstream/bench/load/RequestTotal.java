package org.emotionstream.bench.load;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many requests a Kafka client has sent to all its brokers, by its own metrics. */
final class RequestTotal {
    private RequestTotal() {}

    static long of(Map<MetricName, ? extends Metric> metrics, String group) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("request-total"))
                .filter(metric -> metric.getKey().group().equals(group))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }
}
