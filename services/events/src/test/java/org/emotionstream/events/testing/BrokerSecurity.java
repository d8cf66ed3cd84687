package org.emotionstream.events.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionstream.localbroker.BrokerException;
import org.emotionstream.localbroker.LocalBroker;

/**
 * A broker that lets in only whom it knows: clients speak SASL_SSL with SCRAM-SHA-512, nobody may do anything
 * that no rule allows, and the one user that it begins with, {@link #ADMIN}, may do all. The controller trusts
 * this broker's certificate alone. Keys and passwords are made anew, in a folder that goes with them.
 */
public final class BrokerSecurity {
    /** The user that makes the others. */
    public static final String ADMIN = "admin";

    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String NAME = "CN=local-broker";
    private static final int SECRET_BYTES = 16;
    private static final int KEYTOOL_SECONDS = 60;

    private final Path folder;
    private final String adminPassword = secret();
    private final String storePassword = secret();

    private BrokerSecurity(Path folder) {
        this.folder = folder;
    }

    /**
     * With a key and a certificate for localhost and 127.0.0.1, made with the JDK's keytool.
     *
     * @param folder where they are put
     * @throws BrokerException when keytool does not make them
     */
    public static BrokerSecurity in(Path folder) {
        BrokerSecurity security = new BrokerSecurity(folder.toAbsolutePath());
        security.makeKeys();
        return security;
    }

    /** A password that nobody has used before. */
    public static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The certificate to trust, as PEM. */
    public Path certificate() {
        return folder.resolve("broker.pem");
    }

    /** Settings of a client that is the first user. */
    public Map<String, String> adminClient() {
        return client(ADMIN, adminPassword);
    }

    /** Settings of a client that is the first user, as a file. */
    public Path adminFile() {
        return clientFile(ADMIN, adminPassword);
    }

    /** Settings of a client that says that it is this user. */
    public Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate().toString());
    }

    /** Writes such settings into a file of properties that only its owner can read. */
    public Path clientFile(String user, String password) {
        Path file = folder.resolve(user + ".properties");
        StringBuilder text = new StringBuilder();
        client(user, password)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new BrokerException("cannot write " + file, e);
        }
    }

    /** A broker on a free port, not started, that is secured so; its data goes away when it is closed. */
    public LocalBroker broker() {
        String store = folder.resolve("broker.p12").toString();
        Map<String, String> settings = new HashMap<>(Map.of(
                "listener.security.protocol.map",
                "BROKER:SASL_SSL,CONTROLLER:SSL",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "listener.name.broker.scram-sha-512.sasl.jaas.config",
                login(ADMIN, adminPassword),
                "listener.name.controller.ssl.client.auth",
                "required",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found",
                "false",
                "super.users",
                "User:" + ADMIN + ";User:" + NAME));
        for (String kind : List.of("keystore", "truststore")) {
            settings.put("ssl." + kind + ".type", "PKCS12");
            settings.put("ssl." + kind + ".location", store);
            settings.put("ssl." + kind + ".password", storePassword);
        }
        return LocalBroker.temporary(
                settings, List.of(MECHANISM + "=[name=" + ADMIN + ",password=" + adminPassword + "]"));
    }

    private static String login(String user, String password) {
        return SCRAM + " required username=\"" + user + "\" password=\"" + password + "\";";
    }

    private void makeKeys() {
        try {
            Files.createDirectories(folder);
            Path password = folder.resolve("store.password");
            Files.writeString(password, storePassword);
            String store = folder.resolve("broker.p12").toString();
            List<String> common = List.of(
                    "-alias",
                    "broker",
                    "-keystore",
                    store,
                    "-storetype",
                    "PKCS12",
                    "-storepass:file",
                    password.toString());
            keytool(
                    List.of(
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "2",
                            "-dname",
                            NAME,
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost"),
                    common);
            keytool(List.of("-exportcert", "-rfc", "-file", certificate().toString()), common);
            // The controller trusts what is in the store as trusted: our own certificate under a second name.
            keytool(
                    List.of("-importcert", "-noprompt", "-file", certificate().toString(), "-alias", "trusted"),
                    common.subList(2, common.size()));
        } catch (IOException e) {
            throw new BrokerException("cannot make the keys of a broker in " + folder, e);
        }
    }

    private static void keytool(List<String> task, List<String> common) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(task);
        command.addAll(common);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new BrokerException("keytool does not make the keys of a broker: " + printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while keytool makes the keys of a broker", e);
        }
    }
}
