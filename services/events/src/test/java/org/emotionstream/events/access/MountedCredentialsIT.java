package org.emotionstream.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of clients that the manifests mount, beside the secrets of Strimzi as Kubernetes mounts them. */
class MountedCredentialsIT {
    private static final String MOUNTED = "/etc/emotionstream";
    private static final Path MANIFEST =
            Path.of(System.getProperty("emotionstream.root"), "deploy/base/client.properties");

    @TempDir
    static Path keys;

    private static SecuredBroker broker;

    @TempDir
    Path folder;

    private Path mounts;

    @BeforeAll
    static void start() throws Exception {
        broker = new SecuredBroker(keys, "it.");
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void mountAuthority() throws IOException {
        mounts = Files.createDirectory(folder.resolve("mounts"));
        mount("cluster-ca", "ca.crt", Files.readString(broker.security.certificate()));
    }

    @Test
    void aClientGetsInWithWhatTheSecretHolds() throws Exception {
        mount("user", "sasl.jaas.config", login("landmarker"));

        try (Admin admin = client("user")) {
            String topic = broker.topics.imagesRaw();
            assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get())
                    .containsKey(topic);
        }
    }

    @Test
    void aWrongPasswordInTheSecretIsRefused() throws Exception {
        mount("user", "sasl.jaas.config", login("landmarker").replaceAll("password=\"[^\"]*\"", "password=\"wrong\""));

        try (Admin admin = client("user")) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void nothingOutsideOfTheMountedFoldersIsRead() throws Exception {
        // There, and good: it is where it lies that is wrong, so its name is taken for the password itself.
        mount("../elsewhere", "sasl.jaas.config", login("landmarker"));

        assertThatThrownBy(() -> client("../elsewhere").close()).isInstanceOf(KafkaException.class);
    }

    private static String login(String user) {
        return (String) broker.client(user).get("sasl.jaas.config");
    }

    /** A link to a file of a folder that is itself a link: so a change of all files arrives at once. */
    private void mount(String name, String key, String content) throws IOException {
        Path folder = Files.createDirectories(mounts.resolve(name));
        Path version = Files.createDirectory(folder.resolve("..2026_01_01"));
        Files.writeString(version.resolve(key), content);
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(folder.resolve(key), Path.of("..data", key));
    }

    /** As a service makes it, with the manifest's own file, which only knows other folders. */
    private Admin client(String user) throws IOException {
        Path file = mounts.resolve("client.properties");
        Files.writeString(
                file,
                Files.readString(MANIFEST)
                        .replace(MOUNTED + "/user:", MOUNTED + "/" + user + ":")
                        .replace(MOUNTED, mounts.toString()));
        return KafkaClients.admin(Settings.read(
                ChainConfiguration.class,
                Map.of(
                        "emotionstream.bootstrap-servers", broker.broker.bootstrapServers(),
                        "emotionstream.client-config", file.toString())));
    }
}
