package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;

/**
 * What KEDA 2.17 takes, as its documentation has it ("ScaledObject specification", "Apache Kafka" among the scalers,
 * "Authentication"): there is no kept library with these types. Only what a lag of Kafka can need is here.
 */
final class Keda {
    private Keda() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            ScaleTarget scaleTargetRef,
            Integer pollingInterval,
            Integer cooldownPeriod,
            Integer initialCooldownPeriod,
            Integer idleReplicaCount,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record ScaleTarget(String apiVersion, String kind, String name, String envSourceContainerName) {}

    record Fallback(Integer failureThreshold, Integer replicas, FallbackBehavior behavior) {}

    enum FallbackBehavior {
        STATIC("static"),
        CURRENT_REPLICAS("currentReplicas"),
        CURRENT_REPLICAS_IF_HIGHER("currentReplicasIfHigher"),
        CURRENT_REPLICAS_IF_LOWER("currentReplicasIfLower");

        private final String text;

        FallbackBehavior(String text) {
            this.text = text;
        }

        @JsonCreator
        static FallbackBehavior of(String text) {
            for (FallbackBehavior behavior : values()) {
                if (behavior.text.equals(text)) {
                    return behavior;
                }
            }
            throw new IllegalArgumentException("KEDA knows no behavior \"" + text + "\"");
        }
    }

    record Advanced(Boolean restoreToOriginalReplicaCount, AutoscalerConfig horizontalPodAutoscalerConfig) {}

    record AutoscalerConfig(String name, HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(
            KindOfTrigger type,
            String name,
            Boolean useCachedMetrics,
            KindOfMetric metricType,
            KafkaLag metadata,
            AuthenticationRef authenticationRef) {}

    /** The only one here. */
    enum KindOfTrigger {
        kafka
    }

    enum KindOfMetric {
        AverageValue,
        Value,
        Utilization
    }

    /** Each is a text, also where it says a number or a truth. */
    record KafkaLag(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String partitionLimitation,
            String lagThreshold,
            String activationLagThreshold,
            OffsetResetPolicy offsetResetPolicy,
            String allowIdleConsumers,
            String limitToPartitionsWithLag,
            String ensureEvenDistributionOfPartitions,
            String excludePersistentLag,
            String scaleToZeroOnInvalidOffset,
            String version,
            Sasl sasl,
            Tls tls) {}

    enum OffsetResetPolicy {
        earliest,
        latest
    }

    enum Sasl {
        plaintext,
        scram_sha256,
        scram_sha512,
        none
    }

    enum Tls {
        enable,
        disable
    }

    record AuthenticationRef(String name, String kind) {}

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, TriggerAuthenticationSpec spec) {}

    record TriggerAuthenticationSpec(List<SecretTarget> secretTargetRef) {}

    record SecretTarget(KafkaParameter parameter, String name, String key) {}

    enum KafkaParameter {
        sasl,
        tls,
        username,
        password,
        ca,
        cert,
        key,
        keyPassword
    }
}
