package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.emotionstream.events.access.AccessRules;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.BrokerSecurity;
import org.emotionstream.localbroker.LocalBroker;

/** A broker that refuses whom it does not know, and the seven packaged services, each with a user of its own. */
final class SecuredChain implements AutoCloseable {
    private static final Topics TOPICS = new Topics("");
    // The broker tells of every partition. Kept, because java.util.logging forgets the level of a logger that nobody
    // holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    final CommandLineInterface commandLine;
    final BrokerSecurity security;
    final LocalBroker broker;
    final Map<String, String> passwords = new HashMap<>();
    final Map<String, Path> files = new HashMap<>();
    final Map<String, SecuredService> services = new LinkedHashMap<>();
    private final Path folder;

    SecuredChain(Path folder) throws Exception {
        this.folder = folder;
        ALL_LOGGERS.setLevel(Level.WARNING);
        commandLine = new CommandLineInterface(folder);
        security = BrokerSecurity.in(folder.resolve("security"));
        broker = security.broker().start();
        makeUsers();
        prepareTopics();
        for (String name : List.of("landmarker", "featurizer", "combiner")) {
            services.put(name, service(name, name, Map.of()));
        }
        for (String model : Topics.MODELS) {
            String name = "cnn-worker-" + model;
            services.put(name, service(name, "cnn-worker", Map.of("CNN_WORKER_MODEL", model)));
        }
        for (SecuredService service : services.values()) {
            service.awaitReady();
        }
    }

    /** Another service, with this file. */
    SecuredService service(String name, String module, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "EMOTIONSTREAM_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "EMOTIONSTREAM_RELEASES",
                        CommandLineInterface.root().resolve("models/releases").toString(),
                "LANDMARKER_STATE_DIRECTORY", folder.resolve("landmarker").toString(),
                "COMBINER_STATE_DIRECTORY", folder.resolve("state").toString()));
        if (files.containsKey(name)) {
            environment.put("EMOTIONSTREAM_CLIENT_CONFIG", files.get(name).toString());
        }
        environment.putAll(more);
        return new SecuredService(folder, name, module, environment);
    }

    /** Runs a command as this user. */
    CommandLineInterface.Result run(String user, String command, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers()));
        all.addAll(List.of("--client-config", files.get(user).toString()));
        all.addAll(List.of(words));
        return commandLine.run(all.toArray(String[]::new));
    }

    private void makeUsers() throws Exception {
        Map<String, Object> settings = new HashMap<>(security.adminClient());
        settings.put("bootstrap.servers", broker.bootstrapServers());
        files.put(BrokerSecurity.ADMIN, security.adminFile());
        Path rules = CommandLineInterface.root().resolve("deploy/access/access.json");
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        for (String user : AccessRules.read(rules, TOPICS).roles()) {
            String password = BrokerSecurity.secret();
            passwords.put(user, password);
            files.put(user, security.clientFile(user, password));
            users.add(new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password));
        }
        try (Admin admin = Admin.create(settings)) {
            admin.alterUserScramCredentials(users).all().get();
        }
        CommandLineInterface.Result applied = run(BrokerSecurity.ADMIN, "access", "apply");
        assertThat(applied.exitCode()).as(applied.errors()).isZero();
        assertThat(applied.output()).hasSameSizeAs(users);
    }

    private void prepareTopics() {
        String user = "topic-administrator";
        Map<String, Object> settings = new HashMap<>(security.client(user, passwords.get(user)));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            new TopicAdministrator(admin, TOPICS, 2, (short) 1).prepare();
        }
    }

    /** The log of every service, as one text. */
    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (SecuredService service : services.values()) {
            all.append(service.log());
        }
        return all.toString();
    }

    @Override
    public void close() {
        services.values().forEach(SecuredService::close);
        broker.close();
    }
}
