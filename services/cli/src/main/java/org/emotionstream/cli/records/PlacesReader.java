package org.emotionstream.cli.records;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Reads single records by their places; those that lie close together in one go. */
public final class PlacesReader {
    private PlacesReader() {}

    /**
     * Reads the records at these places that are still there, in their order.
     *
     * @param close so many records may lie between two that are read in one go
     */
    public static <V> void read(
            CommittedReader<V> reader,
            String topic,
            Collection<RecordPlace> places,
            int close,
            CommittedReader.Handler<V> handler) {
        NavigableSet<RecordPlace> left = new TreeSet<>(places);
        while (!left.isEmpty()) {
            RecordPlace first = left.first();
            RecordPlace last = first;
            for (RecordPlace next = left.higher(last);
                    next != null && next.partition() == last.partition() && next.offset() - last.offset() <= close;
                    next = left.higher(last)) {
                last = next;
            }
            TopicPartition partition = new TopicPartition(topic, first.partition());
            NavigableSet<RecordPlace> run = new TreeSet<>(left.headSet(last, true));
            reader.read(Map.of(partition, first.offset()), Map.of(partition, last.offset() + 1), record -> {
                if (run.contains(RecordPlace.of(record))) {
                    handler.record(record);
                }
            });
            left.removeAll(run);
        }
    }
}
