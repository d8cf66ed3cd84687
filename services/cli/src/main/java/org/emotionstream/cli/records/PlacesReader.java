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
            TopicReader<V> reader, String topic, Collection<Place> places, int close, TopicReader.Handler<V> handler) {
        NavigableSet<Place> left = new TreeSet<>(places);
        while (!left.isEmpty()) {
            Place first = left.first();
            Place last = first;
            for (Place next = left.higher(last);
                    next != null && next.partition() == last.partition() && next.offset() - last.offset() <= close;
                    next = left.higher(last)) {
                last = next;
            }
            TopicPartition partition = new TopicPartition(topic, first.partition());
            NavigableSet<Place> run = new TreeSet<>(left.headSet(last, true));
            reader.read(Map.of(partition, first.offset()), Map.of(partition, last.offset() + 1), record -> {
                if (run.contains(Place.of(record))) {
                    handler.record(record);
                }
            });
            left.removeAll(run);
        }
    }
}
