package org.emotionstream.combiner.topology;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.Topics;

/** Asks the broker, through an admin client that belongs to the caller. */
public final class AdminBranchEnds implements BranchEnds {
    // As the consumer of Streams reads: not beyond what is committed.
    private static final ListOffsetsOptions AS_READ = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    private final Topics topics;

    public AdminBranchEnds(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    @Override
    public CompletionStage<Map<String, Position>> ask(int partition) {
        Map<String, TopicPartition> branches = new LinkedHashMap<>();
        Topics.MODELS.forEach(model -> branches.put(model, new TopicPartition(topics.emotions(model), partition)));
        var latest = branches.values().stream().collect(Collectors.toMap(branch -> branch, b -> OffsetSpec.latest()));
        var ends = admin.listOffsets(latest, AS_READ).all().toCompletionStage();
        var committed = admin.listConsumerGroupOffsets(topics.combinerGroup())
                .partitionsToOffsetAndMetadata()
                .toCompletionStage();
        return ends.thenCombine(committed, (end, group) -> positions(branches, end, group));
    }

    private static Map<String, Position> positions(
            Map<String, TopicPartition> branches,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<String, Position> positions = new HashMap<>();
        branches.forEach((model, branch) -> positions.put(
                model,
                new Position(
                        ends.get(branch).offset(),
                        Optional.ofNullable(committed.get(branch))
                                .map(OffsetAndMetadata::offset)
                                .orElse(0L))));
        return positions;
    }
}
