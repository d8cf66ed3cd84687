package org.emotionstream.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.tools.ConfigCommand;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.inspection.OpenTransactions;
import org.emotionstream.events.inspection.Retention;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.testing.BrokerSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what each user of the shared file may do, on a SASL_SSL broker that refuses all else. */
class AccessIT {
    private static final String PREFIX = "it.";

    @TempDir
    static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new SecuredBroker(folder, PREFIX);
        // Something to read on every topic.
        assertThat(new Attempts(broker.at(broker.security.adminClient())).writable(broker.topics.all()))
                .hasSameSizeAs(broker.topics.all());
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "landmarker",
                "featurizer",
                "cnn-worker-model-1",
                "cnn-worker-model-2",
                "cnn-worker-model-3",
                "cnn-worker-model-4",
                "combiner",
                "topic-administrator",
                "camera",
                "analyst",
                "auditor",
                "replayer",
                "autoscaler"
            })
    void eachUserReadsAndWritesItsOwnAndIsRefusedAllElse(String user) throws Exception {
        Attempts attempts = new Attempts(broker.client(user));

        assertThat(attempts.readable(broker.topics.all())).isEqualTo(ExpectedRights.readBy(user, broker.topics));
        assertThat(attempts.writable(broker.topics.all())).isEqualTo(ExpectedRights.writtenBy(user, broker.topics));
    }

    @Test
    void theTableOfThisTestAndTheFileNameTheSameUsers() {
        assertThat(broker.rules.roles()).containsExactlyInAnyOrderElementsOf(ExpectedRights.users());
    }

    @Test
    void aClientWithoutTlsOrWithoutAUserIsRefusedAndWithBothIsServed() throws Exception {
        Map<String, Object> plaintext = new HashMap<>(broker.client("camera"));
        plaintext.put("security.protocol", "PLAINTEXT");
        Map<String, Object> nobody = new HashMap<>(broker.client("camera"));
        nobody.put("security.protocol", "SSL");
        Map<String, Object> unencrypted = new HashMap<>(broker.client("camera"));
        unencrypted.put("security.protocol", "SASL_PLAINTEXT");
        for (Map<String, Object> client : List.of(plaintext, nobody, unencrypted)) {
            client.put("max.block.ms", 3_000);
            assertThatThrownBy(() -> send(client, broker.topics.imagesRaw()))
                    .as(client.get("security.protocol").toString())
                    .isInstanceOf(ExecutionException.class);
        }
        send(broker.client("camera"), broker.topics.imagesRaw());
    }

    @Test
    void aWrongPasswordIsRefusedAndARotatedOneHolds() throws Exception {
        broker.addUser("gate-1", "camera");
        Map<String, Object> before = broker.client("gate-1");
        send(before, broker.topics.imagesRaw());
        assertThatThrownBy(
                        () -> send(broker.at(broker.security.client("gate-1", "a guess")), broker.topics.imagesRaw()))
                .hasCauseInstanceOf(SaslAuthenticationException.class);

        broker.setPassword("gate-1", BrokerSecurity.secret());

        assertThatThrownBy(() -> send(before, broker.topics.imagesRaw()))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        send(broker.client("gate-1"), broker.topics.imagesRaw());
    }

    @Test
    void kafkasOwnToolMakesAUserOfAPasswordInAFile() throws Exception {
        Path file = folder.resolve("add.properties");
        Files.writeString(file, "SCRAM-SHA-512=iterations=4096,password=of-the-tool");
        String[] words = {
            "--bootstrap-server",
            broker.broker.bootstrapServers(),
            "--command-config",
            broker.security.adminFile().toString(),
            "--alter",
            "--entity-type",
            "users",
            "--entity-name",
            "gate-3",
            "--add-config-file",
            file.toString()
        };
        ConfigCommand.main(words);
        new AccessAdministrator(broker.admin, broker.rules).apply("gate-3", "camera");

        send(broker.at(broker.security.client("gate-3", "of-the-tool")), broker.topics.imagesRaw());
    }

    @Test
    void anAnalystHasGroupsOfItsOwnAndNoOther() {
        assertThat(polls("analyst", PREFIX + "analyst.berlin")).isTrue();
        assertThatThrownBy(() -> polls("analyst", PREFIX + "landmarker"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> polls("analyst", PREFIX + "another")).isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void theCombinerHasTransactionsAndInternalTopicsOfItsOwnAndNoOther() throws Exception {
        begin("combiner", PREFIX + "combiner-1-1");
        assertThatThrownBy(() -> begin("combiner", PREFIX + "other"))
                .isInstanceOf(TransactionalIdAuthorizationException.class);
        assertThatThrownBy(() -> begin("landmarker", PREFIX + "combiner-1-1"))
                .isInstanceOf(TransactionalIdAuthorizationException.class);
        create("combiner", PREFIX + "combiner-some-changelog");
        assertThatThrownBy(() -> create("combiner", PREFIX + "other")).hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> create("landmarker", PREFIX + "combiner-another-changelog"))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void aTopicThatKeepsTooLittleAndMayNotBeAlteredIsRefusedWithTheWayOut() throws Exception {
        String changelog = PREFIX + "combiner-settled-images-changelog";
        create("combiner", changelog);
        try (Admin combiner = Admin.create(broker.client("combiner"));
                Admin landmarker = Admin.create(broker.client("landmarker"))) {
            Retention.set(combiner, List.of(changelog), Duration.ofHours(36));
            assertThat(retention(combiner, changelog)).isEqualTo(Duration.ofHours(36));

            List<String> raw = List.of(broker.topics.imagesRaw(), "a-topic-that-is-not-there");
            assertThatThrownBy(() -> Retention.set(landmarker, raw, Duration.ofHours(7)))
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("images.raw keeps its records for 21600000 ms")
                    .hasMessageContaining("set its retention.ms to 25200000")
                    .hasMessageContaining("./emotionstream access apply");
            Retention.set(landmarker, raw, Duration.ofHours(5));
            assertThat(retention(landmarker, broker.topics.imagesRaw())).isEqualTo(Duration.ofHours(6));
        }
    }

    private static Duration retention(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Duration.ofMillis(Long.parseLong(admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("retention.ms")
                .value()));
    }

    /** What begins at the brokers' own settings, it may not see: then nobody can say. */
    @Test
    void whoMayNotSeeTheSettingsOfTheBrokersPreparesTopicsAllTheSame() {
        try (Admin admin = Admin.create(broker.client("topic-administrator"))) {
            assertThat(new TopicAdministrator(admin, broker.topics, 1, (short) 1)
                            .prepare()
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void theCombinerSeesItsOpenTransactionsAndWhoMayNotSeeThemIsToldOfNone() throws Exception {
        Map<String, Object> client = new HashMap<>(broker.client("combiner"));
        client.put("transactional.id", PREFIX + "combiner-2-1");
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(broker.topics.emotionsFinal(), new byte[] {1}))
                    .get();

            assertThat(transactions("combiner")).hasValueSatisfying(standing -> {
                assertThat(standing.count()).isEqualTo(1);
                assertThat(standing.oldest()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
            });
            assertThat(transactions("landmarker")).isEmpty();

            producer.commitTransaction();
        }
        // The broker has answered for the commit before it has marked the end on every partition.
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Optional<OpenTransactions.Standing> closed = Optional.of(new OpenTransactions.Standing(0, Duration.ZERO));
        while (!transactions("combiner").equals(closed)) {
            assertThat(System.nanoTime()).as("the transaction is closed").isLessThan(end);
        }
    }

    @Test
    void theAutoscalerSeesLagAndNothingElse() throws Exception {
        try (Admin admin = Admin.create(broker.client("autoscaler"))) {
            TopicPartition raw = new TopicPartition(broker.topics.imagesRaw(), 0);
            assertThat(admin.listOffsets(Map.of(raw, OffsetSpec.latest()))
                            .all()
                            .get()
                            .get(raw)
                            .offset())
                    .isPositive();
            assertThat(admin.listConsumerGroupOffsets(broker.topics.landmarkerGroup())
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsKey(raw);
            assertThatThrownBy(
                            () -> admin.deleteTopics(List.of(raw.topic())).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.alterConsumerGroupOffsets(
                                    broker.topics.landmarkerGroup(), Map.of(raw, new OffsetAndMetadata(0)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void whatAUserWasAllowedBesidesItsRoleIsTakenAway() throws Exception {
        broker.addUser("gate-2", "analyst");
        Attempts attempts = new Attempts(broker.client("gate-2"));
        List<String> asked = List.of(broker.topics.emotionsFinal());
        assertThat(attempts.readable(asked)).isNotEmpty();

        AccessAdministrator administrator = new AccessAdministrator(broker.admin, broker.rules);
        AccessAdministrator.Applied applied = administrator.apply("gate-2", "camera");

        assertThat(applied.removed()).isPositive();
        assertThat(administrator.apply("gate-2", "camera")).isEqualTo(new AccessAdministrator.Applied(0, 0));
        assertThat(attempts.readable(asked)).isEmpty();
        assertThat(attempts.writable(List.of(broker.topics.imagesRaw()))).isNotEmpty();
    }

    private static void send(Map<String, Object> client, String topic) throws Exception {
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
        }
    }

    private static boolean polls(String user, String group) {
        Map<String, Object> client = new HashMap<>(broker.client(user));
        client.put("group.id", group);
        client.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(broker.topics.emotionsFinal()));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void begin(String user, String transactionalId) {
        Map<String, Object> client = new HashMap<>(broker.client(user));
        client.put("transactional.id", transactionalId);
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        }
    }

    /** As a minute from now. */
    private static Optional<OpenTransactions.Standing> transactions(String user) {
        try (Admin admin = Admin.create(broker.client(user))) {
            InstantSource clock = () -> Instant.now().plusSeconds(60);
            return new OpenTransactions(admin, broker.topics.combinerGroup(), clock).now();
        }
    }

    private static void create(String user, String topic) throws Exception {
        try (Admin admin = Admin.create(broker.client(user))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }
}
