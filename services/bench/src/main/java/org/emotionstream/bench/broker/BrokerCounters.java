package org.emotionstream.bench.broker;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a broker has done since its start, or between two moments.
 *
 * @param requests by kind, for example {@code Produce}
 * @param bytesIn of records that producers brought
 * @param bytesOut of records that consumers fetched
 */
public record BrokerCounters(Map<String, Long> requests, long bytesIn, long bytesOut) {
    /** What was done between an earlier moment and this one; kinds of requests that did not come are left out. */
    public BrokerCounters since(BrokerCounters earlier) {
        Map<String, Long> between = new TreeMap<>();
        requests.forEach((kind, count) -> between.put(kind, count - earlier.requests.getOrDefault(kind, 0L)));
        between.values().removeIf(count -> count == 0);
        return new BrokerCounters(between, bytesIn - earlier.bytesIn, bytesOut - earlier.bytesOut);
    }

    /** Requests of all kinds. */
    public long sum() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }
}
