package org.emotionstream.combiner.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.logging.RateLimitedLog;
import org.jboss.logging.Logger;

/** Asks the broker, through an admin client that belongs to the caller. */
public final class AdminBranchEnds implements BranchEnds {
    private static final Logger LOG = Logger.getLogger(AdminBranchEnds.class);
    // As the consumer of Streams reads: not beyond what is committed.
    private static final ListOffsetsOptions AS_READ = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    private final Topics topics;
    private final RateLimitedLog refused = new RateLimitedLog();

    public AdminBranchEnds(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    @Override
    public CompletionStage<Map<String, Position>> ask(int partition) {
        return inputs(new TopicPartition(topics.imagesFeatures(), partition))
                .exceptionally(this::unknownWhereRefused)
                .thenCompose(inputs -> positions(partition, inputs));
    }

    private CompletionStage<Map<String, Input>> inputs(TopicPartition input) {
        CompletionStage<Long> end =
                ends(List.of(input)).thenApply(ends -> ends.get(input).offset());
        return committed(Topics.MODELS.stream()
                        .collect(Collectors.toMap(topics::cnnWorkerGroup, model -> List.of(input))))
                .thenCombine(
                        end,
                        (committed, offset) -> byModel(model ->
                                new Input(offset, offset(committed.get(topics.cnnWorkerGroup(model)), input))));
    }

    /** An older list of rights lacks these: then only what the networks have written counts. */
    private Map<String, Input> unknownWhereRefused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof AuthorizationException)) {
            throw new CompletionException(cause);
        }
        refused.log(others -> LOG.warnf(
                "the combiner may not see how far the networks have come (%s): after an outage it answers pictures in part"
                        + " whose networks are only slow; give it the rights that ./emotionstream access prints",
                cause.getMessage()));
        return byModel(model -> Input.UNKNOWN);
    }

    private CompletionStage<Map<String, Position>> positions(int partition, Map<String, Input> inputs) {
        Map<String, TopicPartition> branches = byModel(model -> new TopicPartition(topics.emotions(model), partition));
        String group = topics.combinerGroup();
        return ends(branches.values())
                .thenCombine(
                        committed(Map.of(group, branches.values())),
                        (ends, committed) -> byModel(model -> {
                            TopicPartition branch = branches.get(model);
                            return new Position(
                                    ends.get(branch).offset(), offset(committed.get(group), branch), inputs.get(model));
                        }));
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends(Collection<TopicPartition> partitions) {
        var latest = partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        return admin.listOffsets(latest, AS_READ).all().toCompletionStage();
    }

    /** @param partitions by group */
    private CompletionStage<Map<String, Map<TopicPartition, OffsetAndMetadata>>> committed(
            Map<String, ? extends Collection<TopicPartition>> partitions) {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        partitions.forEach(
                (group, each) -> wanted.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(each)));
        return admin.listConsumerGroupOffsets(wanted).all().toCompletionStage();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static <T> Map<String, T> byModel(Function<String, T> value) {
        return Topics.MODELS.stream().collect(Collectors.toMap(model -> model, value));
    }
}
