package org.emotionstream.events.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** How a client gets into the brokers: the file that holds it, and where it must not stand. */
final class ClientConfigFile {
    private static final String PREFIX = "emotionstream.kafka.";

    private ClientConfigFile() {}

    /**
     * The properties in this file, read anew: a password that was changed holds from the next client on.
     *
     * @throws ConfigurationException when it cannot be read; its content is never part of the message
     */
    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "emotionstream.client-config: expected a readable file of properties, found " + file + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        } catch (IllegalArgumentException e) {
            // What it says may quote a line of the file.
            throw new ConfigurationException("emotionstream.client-config: " + file
                    + " is no file of properties: a \\u is not followed by four" + " hexadecimal digits");
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /**
     * Refuses passwords among these names of system properties: the command line of a process is for all to see.
     *
     * @throws ConfigurationException when there is one, naming it and not its value
     */
    static void checkArguments(Set<String> systemProperties) {
        for (String name : systemProperties) {
            if (name.startsWith(PREFIX) && isSecret(name)) {
                throw new ConfigurationException(name + ": a password given with -D is in the list of processes; put it"
                        + " into a file that emotionstream.client-config names, or into the environment");
            }
        }
    }

    private static boolean isSecret(String name) {
        return name.contains("password") || name.contains("jaas") || name.contains("ssl.keystore.key");
    }
}
