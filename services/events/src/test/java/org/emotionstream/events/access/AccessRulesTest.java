package org.emotionstream.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
    private static final Path FILE =
            Path.of(System.getProperty("emotionstream.root", "../..")).resolve("deploy/access/access.json");

    @Test
    void everyTopicInAGenerationIsOneOfItsTopics() {
        Topics topics = new Topics("staging.", "g2.");
        AccessRules rules = AccessRules.read(FILE, topics);

        for (String role : rules.roles()) {
            assertThat(names(rules, role, ResourceType.TOPIC)).as(role).isSubsetOf(topics.all());
        }
        assertThat(names(rules, "analyst", ResourceType.TOPIC)).contains("staging.emotions.final");
        assertThat(names(rules, "combiner", ResourceType.TOPIC)).contains("staging.g2.images.ledger");
        assertThat(names(rules, "combiner", ResourceType.GROUP))
                .contains("staging.g2.combiner", "staging.g2.cnn-worker-model-4")
                .allMatch(group -> group.startsWith("staging.g2."));
    }

    @Test
    void theGroupsOfAnAnalystAreTheSameInEveryGeneration() {
        List<String> first = rulesOfAnalyst(new Topics("staging."));

        assertThat(rulesOfAnalyst(new Topics("staging.", "g2."))).isEqualTo(first);
        assertThat(first).contains("staging.analyst.");
    }

    private static List<String> rulesOfAnalyst(Topics topics) {
        return AccessRules.read(FILE, topics).bindings("analyst", "analyst").stream()
                .map(binding -> binding.pattern().name())
                .toList();
    }

    private static List<String> names(AccessRules rules, String role, ResourceType type) {
        return rules.bindings(role, role).stream()
                .map(AclBinding::pattern)
                .filter(pattern -> pattern.resourceType() == type && pattern.patternType() == PatternType.LITERAL)
                .map(pattern -> pattern.name())
                .distinct()
                .toList();
    }
}
