package org.emotionstream.cli.plan;

import java.util.Map;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * The memory of each process.
 *
 * @param measured after load, by process, in megabytes, on topics of {@link #MEASURED_PARTITIONS}
 * @param partitions of each topic that is planned
 */
record ServiceMemory(Map<String, Double> measured, int partitions) {
    private static final int MEASURED_PARTITIONS = 4;

    /** RocksDB's budget grows by this for each partition, whichever instance has it: docs/guides/combiner-state.md. */
    private static final double MEGABYTES_A_PARTITION = 3.4;

    /** Of one instance, in megabytes. */
    double of(String service) {
        double grown = service.equals(ServiceNames.COMBINER)
                ? MEGABYTES_A_PARTITION * Math.max(0, partitions - MEASURED_PARTITIONS)
                : 0;
        return measured.get(service) + grown;
    }
}
