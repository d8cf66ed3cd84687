package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.events.access.AccessAdministrator;
import org.emotionstream.events.access.AccessRules;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.BrokerSecurity;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the runbook about passwords, with a service that is there before and after. */
class RotatePasswordIT {
    private static final String USER = "featurizer";
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    @TempDir
    private Path folder;

    @Test
    void theServiceStaysInAndComesBackWithTheNewPasswordAndTheOldOneIsRefused() throws Exception {
        ALL_LOGGERS.setLevel(Level.WARNING);
        BrokerSecurity security = BrokerSecurity.in(folder.resolve("security"));
        TriedCheckout checkout = new TriedCheckout(Files.createDirectories(folder.resolve("checkout")));
        Path file = checkout.folder().resolve(USER + ".properties");
        try (LocalBroker broker = security.broker().start()) {
            prepare(security, broker, file);
            Files.copy(security.adminFile(), checkout.folder().resolve("admin.properties"));
            checkout.set("BROKERS", broker.bootstrapServers());
            checkout.run("rotate-password.md", "look");
            try (SecuredService service = service(broker, file)) {
                service.awaitReady();
                checkout.run("rotate-password.md", "rotate");
                checkout.run("rotate-password.md", "the old one is refused");
                assertThat(service.status("GET", "/q/health/ready"))
                        .as("its connections stay")
                        .isEqualTo(200);
            }
            try (SecuredService restarted = service(broker, file)) {
                restarted.awaitReady();
            }
        }
        assertThat(checkout.tried().get("rotate-password.md"))
                .isEqualTo(RunbookPage.read("rotate-password.md").blocks().keySet());
    }

    private static void prepare(BrokerSecurity security, LocalBroker broker, Path file) throws Exception {
        Map<String, Object> settings = new HashMap<>(security.adminClient());
        settings.put("bootstrap.servers", broker.bootstrapServers());
        Topics topics = new Topics("");
        AccessRules rules = AccessRules.read(CommandLineInterface.root().resolve("deploy/access/access.json"), topics);
        String password = BrokerSecurity.secret();
        try (Admin admin = Admin.create(settings)) {
            AccessAdministrator administrator = new AccessAdministrator(admin, rules);
            administrator.setPassword(USER, password);
            administrator.apply(USER, USER);
            new TopicAdministrator(admin, topics, 2, (short) 1).prepare();
        }
        Files.copy(security.clientFile(USER, password), file);
    }

    private SecuredService service(LocalBroker broker, Path file) throws Exception {
        return new SecuredService(
                folder,
                USER,
                USER,
                Map.of(
                        "EMOTIONSTREAM_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "EMOTIONSTREAM_RELEASES",
                                CommandLineInterface.root()
                                        .resolve("models/releases")
                                        .toString(),
                        "EMOTIONSTREAM_INSTANCE_ID", USER,
                        "EMOTIONSTREAM_CLIENT_CONFIG", file.toString()));
    }
}
