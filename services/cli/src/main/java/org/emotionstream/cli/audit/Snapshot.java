package org.emotionstream.cli.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.events.configuration.Topics;

/**
 * Where everything stands, asked in the order in which a picture runs: what a later topic has of a picture was
 * there once an earlier one, asked before, told of it. So nothing that runs meanwhile looks missing.
 *
 * @param began where the landmarker of this generation began: what lies before is not its business
 * @param landmarker what it has read, asked first: all of that has been told on images.taken
 * @param takenEnds then the ends of images.taken
 * @param combiner then what the combiner has read: all of that has been told on images.ledger
 * @param ends then the ends of images.ledger, and last those of the answers
 * @param rawBeginnings what images.raw still has, asked last, for that is what shrinks
 * @param rawEnds its ends
 */
record Snapshot(
        GroupPositions began,
        GroupPositions landmarker,
        Map<TopicPartition, Long> takenEnds,
        GroupPositions combiner,
        Map<TopicPartition, Long> ends,
        Map<TopicPartition, Long> rawBeginnings,
        Map<TopicPartition, Long> rawEnds) {

    static Snapshot take(ChainClients clients, CommittedReader<?> reader) {
        Topics topics = clients.topics();
        try (Admin admin = clients.admin()) {
            GroupPositions began = GroupPositions.of(admin, topics.landmarkerStartGroup());
            GroupPositions landmarker = GroupPositions.of(admin, topics.landmarkerGroup());
            Map<TopicPartition, Long> taken = reader.ends(List.of(topics.imagesTaken()));
            GroupPositions combiner = GroupPositions.of(admin, topics.combinerGroup());
            return new Snapshot(
                    began,
                    landmarker,
                    taken,
                    combiner,
                    endsOfAnswers(reader, topics),
                    reader.beginnings(topics.imagesRaw()),
                    reader.ends(List.of(topics.imagesRaw())));
        }
    }

    /** The ends of images.ledger, and after them those of what it tells of. */
    static Map<TopicPartition, Long> endsOfAnswers(CommittedReader<?> reader, Topics topics) {
        Map<TopicPartition, Long> ends = new HashMap<>(reader.ends(List.of(topics.imagesLedger())));
        ends.putAll(reader.ends(List.of(topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesRejected())));
        return ends;
    }
}
