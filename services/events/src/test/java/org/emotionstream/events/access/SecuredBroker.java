package org.emotionstream.events.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.BrokerSecurity;
import org.emotionstream.localbroker.LocalBroker;

/** A SASL_SSL broker with a user for each role of the file that operators apply, and the topics of a chain. */
final class SecuredBroker implements AutoCloseable {
    static final Path FILE = Path.of(System.getProperty("emotionstream.root"), "deploy/access/access.json");
    private static final int ITERATIONS = 4096;

    final Topics topics;
    final BrokerSecurity security;
    final LocalBroker broker;
    final Admin admin;
    final AccessRules rules;
    private final Map<String, String> passwords = new HashMap<>();

    SecuredBroker(Path folder, String prefix) throws Exception {
        topics = new Topics(prefix);
        security = BrokerSecurity.in(folder);
        broker = security.broker().start();
        admin = Admin.create(at(security.adminClient()));
        rules = AccessRules.read(FILE, topics);
        for (String role : rules.roles()) {
            addUser(role, role);
        }
        try (Admin administrator = Admin.create(client("topic-administrator"))) {
            new TopicAdministrator(administrator, topics, 1, (short) 1).prepare();
        }
    }

    /** A user with a fresh password and the rights of this role. */
    void addUser(String user, String role) throws Exception {
        setPassword(user, BrokerSecurity.secret());
        new AccessAdministrator(admin, rules).apply(user, role);
    }

    /** As an operator does who rotates it. */
    void setPassword(String user, String password) throws Exception {
        passwords.put(user, password);
        List<UserScramCredentialAlteration> change = new ArrayList<>();
        change.add(new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password));
        admin.alterUserScramCredentials(change).all().get();
    }

    /** Settings of a client that is this user. */
    Map<String, Object> client(String user) {
        return at(security.client(user, passwords.get(user)));
    }

    /** These settings, for this broker. */
    Map<String, Object> at(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", broker.bootstrapServers());
        return all;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
