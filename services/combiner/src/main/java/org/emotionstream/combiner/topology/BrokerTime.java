package org.emotionstream.combiner.topology;

import java.util.OptionalLong;

/**
 * What time it is at the brokers, as far as one task can know: the latest time on a record that was read, and
 * what has passed since by our steady clock. Never ahead of the brokers, whatever lies unread. For one thread.
 * All times are in milliseconds.
 */
final class BrokerTime {
    private long streamTime = -1;
    private long knownAt;

    /**
     * @param streamTime of the task, since 1970; below 0 where it has none yet
     * @param now by the steady clock
     */
    void advance(long streamTime, long now) {
        if (streamTime > this.streamTime) {
            this.streamTime = streamTime;
            this.knownAt = now;
        }
    }

    /**
     * The time at the brokers, since 1970; empty where no record has told it yet.
     *
     * @param now by the steady clock
     */
    OptionalLong at(long now) {
        return streamTime < 0 ? OptionalLong.empty() : OptionalLong.of(streamTime + Math.max(0, now - knownAt));
    }
}
