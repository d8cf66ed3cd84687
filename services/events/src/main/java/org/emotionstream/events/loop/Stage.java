package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.List;

/**
 * Where a service stands in the chain, and how much it takes at a time.
 *
 * @param name of the service, for example {@code landmarker}
 * @param group its consumer group
 * @param input the topic that it reads
 * @param inputRecordBytes the largest record there
 * @param outputs the topics that it writes
 * @param outputRecordBytes the largest record that it writes
 * @param quarantine the topic for records that cannot be read
 * @param threads at work at the same time, at least 1
 * @param batchRecords results are committed once so many records are answered; at most twice as many are in hand, and
 *     all in hand, with half a batch that is answered, is done again after a kill
 * @param gathering the time between two sendings of results: long where records come one by one, and short behind such a
 *     stage, where they come together; a lone record waits for nothing
 */
public record Stage(
        String name,
        String group,
        String input,
        int inputRecordBytes,
        List<String> outputs,
        int outputRecordBytes,
        String quarantine,
        int threads,
        int batchRecords,
        Duration gathering) {
    public Stage {
        outputs = List.copyOf(outputs);
        if (threads < 1 || batchRecords < 1) {
            throw new IllegalArgumentException(
                    name + " needs at least 1 thread and 1 record a batch, not " + threads + " and " + batchRecords);
        }
    }
}
