package org.emotionstream.deploy;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserBuilder;
import io.strimzi.api.kafka.model.user.KafkaUserQuotas;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResourceBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResourceBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResourceBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.utils.internals.SecurityUtils;
import org.emotionstream.events.access.AccessRules;

/** Each role of the access file, as a user of the same name that Strimzi's User Operator makes, with its password. */
final class UserManifests {
    private UserManifests() {}

    static List<KafkaUser> of(AccessRules rules) {
        return rules.roles().stream().map(role -> user(rules, role)).toList();
    }

    private static KafkaUser user(AccessRules rules, String name) {
        KafkaUserBuilder user = new KafkaUserBuilder()
                .withApiVersion(Strimzi.API)
                .withNewMetadata()
                .withName(name)
                .withLabels(Map.of(Strimzi.CLUSTER_LABEL, Strimzi.CLUSTER))
                .endMetadata()
                .withNewSpec()
                .withAuthentication(new KafkaUserScramSha512ClientAuthentication())
                .withNewKafkaUserAuthorizationSimple()
                .withAcls(acls(rules.bindings(name, name)))
                .endKafkaUserAuthorizationSimple()
                .endSpec();
        rules.quota(name, name)
                .ifPresent(quota -> user.editSpec().withQuotas(quotas(quota)).endSpec());
        return user.build();
    }

    /** One rule for each resource, in the order of the file. */
    private static List<AclRule> acls(List<AclBinding> bindings) {
        Map<ResourcePattern, TreeSet<String>> operations = new LinkedHashMap<>();
        bindings.forEach(binding -> operations
                .computeIfAbsent(binding.pattern(), pattern -> new TreeSet<>())
                .add(SecurityUtils.operationName(binding.entry().operation())));
        return operations.entrySet().stream()
                .map(rule -> new AclRuleBuilder()
                        .withResource(resource(rule.getKey()))
                        .withOperations(rule.getValue().stream()
                                .map(AclOperation::forValue)
                                .toList())
                        .build())
                .toList();
    }

    private static AclRuleResource resource(ResourcePattern pattern) {
        AclResourcePatternType type = pattern.patternType() == PatternType.PREFIXED
                ? AclResourcePatternType.PREFIX
                : AclResourcePatternType.LITERAL;
        return switch (pattern.resourceType()) {
            case TOPIC -> new AclRuleTopicResourceBuilder()
                    .withName(pattern.name())
                    .withPatternType(type)
                    .build();
            case GROUP -> new AclRuleGroupResourceBuilder()
                    .withName(pattern.name())
                    .withPatternType(type)
                    .build();
            case TRANSACTIONAL_ID -> new AclRuleTransactionalIdResourceBuilder()
                    .withName(pattern.name())
                    .withPatternType(type)
                    .build();
            default -> throw new IllegalArgumentException("no rights are given on a " + pattern.resourceType());
        };
    }

    private static KafkaUserQuotas quotas(ClientQuotaAlteration alteration) {
        KafkaUserQuotas quotas = new KafkaUserQuotas();
        for (ClientQuotaAlteration.Op quota : alteration.ops()) {
            switch (quota.key()) {
                case "producer_byte_rate" -> quotas.setProducerByteRate(
                        quota.value().intValue());
                case "request_percentage" -> quotas.setRequestPercentage(
                        quota.value().intValue());
                default -> throw new IllegalArgumentException("Strimzi knows no quota " + quota.key());
            }
        }
        return quotas;
    }
}
