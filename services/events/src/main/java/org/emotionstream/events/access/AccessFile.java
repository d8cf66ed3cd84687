package org.emotionstream.events.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.utils.internals.SecurityUtils;
import org.emotionstream.events.configuration.ConfigurationException;

/**
 * The content of {@code deploy/access/access.json}.
 *
 * @param why for whoever reads the file
 * @param users each a role that a user of the brokers can hold
 */
record AccessFile(String why, List<Role> users) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);

    AccessFile {
        users = List.copyOf(users);
    }

    /**
     * What a user may do.
     *
     * @param name of the role, and of the user that holds it where there is one
     * @param why it is so
     * @param rules all that is allowed
     * @param quota null for none
     */
    record Role(String name, String why, List<Rule> rules, Quota quota) {
        Role {
            rules = List.copyOf(rules);
        }

        Optional<Quota> quotaIfAny() {
            return Optional.ofNullable(quota);
        }
    }

    /**
     * These operations on each of these.
     *
     * @param topics without prefix, perhaps with a star at the end; null for none
     * @param groups likewise
     * @param transactionalIds likewise
     * @param operations as Kafka names them, for example {@code DescribeConfigs}
     */
    record Rule(List<String> topics, List<String> groups, List<String> transactionalIds, List<String> operations) {
        Rule {
            topics = topics == null ? List.of() : List.copyOf(topics);
            groups = groups == null ? List.of() : List.copyOf(groups);
            transactionalIds = transactionalIds == null ? List.of() : List.copyOf(transactionalIds);
            operations = List.copyOf(operations);
            operations.forEach(name -> {
                if (SecurityUtils.operation(name) == AclOperation.UNKNOWN) {
                    throw new IllegalArgumentException("Kafka knows no operation \"" + name + "\"");
                }
            });
        }
    }

    /**
     * The most that one user gets.
     *
     * @param producerByteRate bytes a second that it may send to each broker
     * @param requestPercentage of the time of one thread of each broker
     */
    record Quota(double producerByteRate, double requestPercentage) {}

    /**
     * Reads the file.
     *
     * @throws ConfigurationException when it is not such a file
     */
    static AccessFile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), AccessFile.class);
        } catch (IOException e) {
            throw new ConfigurationException(file + " is no file of rights: " + e.getMessage());
        }
    }
}
