package org.emotionstream.events.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.Retention;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;

/**
 * Makes the broker ready for the chain: creates the topics that are missing, checks those that exist, and
 * gives every group of the chain its start offsets, so that no consumer ever has to guess where to begin.
 * May be called any number of times, also while the chain runs.
 */
public final class TopicAdministrator {
    private static final String OFFSETS_RETENTION = "offsets.retention.minutes";
    private static final List<String> MUST_AGREE =
            List.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

    private final Admin admin;
    private final Topics topics;
    private final List<TopicSettings> settings;

    /**
     * @param admin stays the caller's to close
     * @param partitions of each topic that is created
     * @param replication of each topic that is created; -1 for what the brokers say
     */
    public TopicAdministrator(Admin admin, Topics topics, int partitions, short replication) {
        this.admin = admin;
        this.topics = topics;
        this.settings = TopicSettings.of(topics, partitions, replication);
    }

    /** Where a group begins that has lost its offsets. */
    public enum BeginAt {
        /** It reads again all that its topics hold. */
        EARLIEST,
        /** It reads what comes from now on. */
        LATEST
    }

    /**
     * What was done.
     *
     * @param created topics that were missing, in flow order
     * @param startOffsets how many pairs of group and partition got a start offset
     * @param differences settings of topics that are not as we create them, and of brokers that forget a stopped
     *     group's place too soon, with all of which the chain works
     */
    public record Prepared(List<String> created, int startOffsets, List<Difference> differences) {}

    /**
     * A setting of a topic, or of the brokers, that somebody has chosen otherwise.
     *
     * @param topic with its prefix, or {@code brokers}
     * @param setting for example {@code compression.type}
     * @param ours which the topic would be created with
     * @param found which it has
     */
    public record Difference(String topic, String setting, String ours, String found) {}

    /**
     * Creates, checks, and commits start offsets.
     *
     * @throws TopicException when a topic that exists has settings that the chain cannot work with, naming
     *     what is expected and what is there; when a group has lost its offsets; or when the broker refuses or does
     *     not answer
     */
    public Prepared prepare() {
        return prepare(Optional.empty());
    }

    /**
     * Likewise, and lets each group that has lost its offsets begin somewhere.
     *
     * @param lost where; empty to refuse
     */
    public Prepared prepare(Optional<BeginAt> lost) {
        checkBegun();
        List<String> created = createMissing();
        Map<ConfigResource, Config> configs = configs();
        Map<String, Integer> partitions = check(configs);
        awaitLeaders(partitions);
        return new Prepared(
                created, new StartOffsets(admin, topics, partitions).commitMissing(lost), differences(configs));
    }

    /** Else its landmarker would begin with all that images.raw still holds, and that was answered. */
    private void checkBegun() {
        String group = topics.landmarkerGroup();
        if (!topics.generation().isEmpty()
                && Kafka.await(
                                "list the offsets of group " + group,
                                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                        .isEmpty()) {
            throw new TopicException("generation " + topics.generation() + " has not begun: stop the landmarker of the "
                    + "one that serves, then ./emotionstream repartition --into " + topics.generation());
        }
    }

    /**
     * Lets each group whose committed offset the brokers do not hold any more go on at the oldest record that is left.
     *
     * @return a line for each partition where this was so
     * @throws TopicException when a topic is missing, or a member of such a group runs
     */
    public List<String> skipLost() {
        return new StartOffsets(admin, topics, new TopicCheck(admin).partitions(topics.all())).skipLost();
    }

    /**
     * Lets this group, none of whose members runs, begin with what comes from now on to a topic of another
     * chain: a shadow reads the pictures that its serving chain reads.
     *
     * @throws TopicException when there is no such topic, or a member of the group runs
     */
    public void startAtEnd(String group, String topic) {
        Map<String, Integer> partitions = new TopicCheck(admin).partitions(List.of(topic));
        new StartOffsets(admin, topics, partitions).commitEnd(group, topic);
    }

    /**
     * Until the leader of every partition answers. An idempotent producer whose first batch meets a partition
     * that is not yet led, and whose second one is taken, has its first one refused for ever.
     */
    private void awaitLeaders(Map<String, Integer> partitions) {
        Map<TopicPartition, OffsetSpec> query = new HashMap<>();
        partitions.forEach((topic, count) -> IntStream.range(0, count)
                .forEach(number -> query.put(new TopicPartition(topic, number), OffsetSpec.earliest())));
        Kafka.awaitKnown("ask the leader of every partition", () -> admin.listOffsets(query)
                .all());
    }

    private List<String> createMissing() {
        var existing = Kafka.await("list topics", admin.listTopics().names());
        List<TopicSettings> missing = settings.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        var results = admin.createTopics(
                        missing.stream().map(TopicSettings::toNewTopic).toList())
                .values();
        return missing.stream()
                .map(TopicSettings::name)
                .filter(name -> created(name, results.get(name)))
                .toList();
    }

    private static boolean created(String name, KafkaFuture<Void> result) {
        try {
            Kafka.await("create topic " + name, result);
            return true;
        } catch (TopicException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false; // somebody else was quicker; it is checked like any that exists
            }
            throw e;
        }
    }

    private Map<ConfigResource, Config> configs() {
        var resources = settings.stream().map(topic -> resource(topic.name())).toList();
        return Kafka.awaitKnown(
                "describe topics", () -> admin.describeConfigs(resources).all());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** In the order of topics, and of the names of settings. */
    private List<Difference> differences(Map<ConfigResource, Config> configs) {
        List<Difference> differences = new ArrayList<>();
        for (TopicSettings topic : settings) {
            Config config = configs.get(resource(topic.name()));
            new TreeMap<>(topic.config()).forEach((setting, ours) -> {
                String found = config.get(setting).value();
                if (!ours.equals(found)) {
                    differences.add(new Difference(topic.name(), setting, ours, found));
                }
            });
        }
        offsetsRetention(configs).ifPresent(differences::add);
        return differences;
    }

    /** When the brokers forget a stopped group's offsets while a topic that it reads still holds records. */
    private Optional<Difference> offsetsRetention(Map<ConfigResource, Config> configs) {
        long needed = topics.inputsByGroup().values().stream()
                .flatMap(List::stream)
                .mapToLong(topic -> retention(topic, configs).total().toMinutes())
                .max()
                .orElse(0);
        return brokerSetting(OFFSETS_RETENTION)
                .filter(found -> found < needed)
                .map(found -> new Difference("brokers", OFFSETS_RETENTION, "at least " + needed, Long.toString(found)));
    }

    /** The least that a broker has; empty where this user may not see it. */
    private Optional<Long> brokerSetting(String name) {
        try {
            var brokers = Kafka.await(
                            "list the brokers", admin.describeCluster().nodes())
                    .stream()
                    .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                    .toList();
            return Kafka.await(
                            "describe the brokers",
                            admin.describeConfigs(brokers).all())
                    .values()
                    .stream()
                    .flatMap(config -> Optional.ofNullable(config.get(name)).stream())
                    .map(entry -> Long.valueOf(entry.value()))
                    .min(Long::compareTo);
        } catch (TopicException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Partitions by topic. */
    private Map<String, Integer> check(Map<ConfigResource, Config> configs) {
        settings.forEach(topic -> checkConfig(topic, configs.get(resource(topic.name()))));
        retention(topics.imagesRejected(), configs).requireNotLongerThan(retention(topics.imagesRaw(), configs));
        TopicCheck check = new TopicCheck(admin);
        check.samePartitions(topics.inputsOfCombiner());
        return check.partitions(topics.all());
    }

    private static Retention retention(String topic, Map<ConfigResource, Config> configs) {
        return Retention.of(topic, configs.get(resource(topic)));
    }

    private static void checkConfig(TopicSettings expected, Config actual) {
        for (String key : MUST_AGREE) {
            String found = actual.get(key).value();
            if (!expected.config().get(key).equals(found)) {
                throw new TopicException("topic " + expected.name() + " has " + key + "=" + found + ", the chain needs "
                        + expected.config().get(key) + ": alter it, or use another topic prefix");
            }
        }
    }
}
