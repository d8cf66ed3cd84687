package org.emotionstream.events.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.internals.SecurityUtils;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Topics;

/** The rights of the users of one chain, as the administration of Kafka takes them. */
public final class AccessRules {
    private static final String ANY_HOST = "*";
    private static final String PREFIXED = "*";
    private static final String OF_USER = "{user}";

    /** Those that are called the same in every generation: see {@link Topics}. */
    private static final Set<String> OUTER_TOPICS = Set.of(
            "images.raw",
            "images.rejected",
            "emotions.final",
            "emotions.amended",
            "internal.quarantine",
            "internal.schemas");

    private final Map<String, AccessFile.Role> roles = new LinkedHashMap<>();
    private final Topics topics;

    private AccessRules(AccessFile file, Topics topics) {
        file.users().forEach(role -> roles.put(role.name(), role));
        this.topics = topics;
    }

    /**
     * The rules of this file.
     *
     * @param topics their prefix stands before every name
     * @throws ConfigurationException when it is not such a file
     */
    public static AccessRules read(Path file, Topics topics) {
        return new AccessRules(AccessFile.read(file), topics);
    }

    /** The roles, in the order of the file; each is also the name of the user that holds it unless told otherwise. */
    public List<String> roles() {
        return List.copyOf(roles.keySet());
    }

    /**
     * All that this user is allowed.
     *
     * @param user as it gives its name to the brokers, without {@code User:}
     * @throws ConfigurationException when there is no such role
     */
    public List<AclBinding> bindings(String user, String role) {
        List<AclBinding> bindings = new ArrayList<>();
        for (AccessFile.Rule rule : role(role).rules()) {
            for (String operation : rule.operations()) {
                rule.topics().forEach(name -> bindings.add(binding(user, ResourceType.TOPIC, name, operation)));
                rule.groups().forEach(name -> bindings.add(binding(user, ResourceType.GROUP, name, operation)));
                rule.transactionalIds()
                        .forEach(name -> bindings.add(binding(user, ResourceType.TRANSACTIONAL_ID, name, operation)));
            }
        }
        return bindings;
    }

    /**
     * The most that this user gets; empty for no limit.
     *
     * @throws ConfigurationException when there is no such role
     */
    public Optional<ClientQuotaAlteration> quota(String user, String role) {
        return role(role)
                .quotaIfAny()
                .map(quota -> new ClientQuotaAlteration(
                        new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user)),
                        List.of(
                                new ClientQuotaAlteration.Op("producer_byte_rate", quota.producerByteRate()),
                                new ClientQuotaAlteration.Op("request_percentage", quota.requestPercentage()))));
    }

    private AccessFile.Role role(String name) {
        return Optional.ofNullable(roles.get(name))
                .orElseThrow(() -> new ConfigurationException("there is no role \"" + name + "\", only " + roles()));
    }

    /** What cameras and analysts know, and every group of theirs, is the same in every generation. */
    private String before(ResourceType type, String name) {
        boolean outer = type == ResourceType.TOPIC ? OUTER_TOPICS.contains(name) : name.startsWith(OF_USER);
        return topics.prefix() + (outer ? "" : topics.generation());
    }

    private AclBinding binding(String user, ResourceType type, String name, String operation) {
        boolean prefixed = name.endsWith(PREFIXED);
        String resource = before(type, name)
                + name.substring(0, name.length() - (prefixed ? PREFIXED.length() : 0))
                        .replace(OF_USER, user);
        AclOperation allowed = SecurityUtils.operation(operation);
        return new AclBinding(
                new ResourcePattern(type, resource, prefixed ? PatternType.PREFIXED : PatternType.LITERAL),
                new AccessControlEntry("User:" + user, ANY_HOST, allowed, AclPermissionType.ALLOW));
    }
}
