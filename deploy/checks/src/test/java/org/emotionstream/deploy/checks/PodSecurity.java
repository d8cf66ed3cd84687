package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The restricted profile of Kubernetes, a read-only root, no token, and an account of its own. */
final class PodSecurity implements Rule {
    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            account(manifests, workload, problems);
            pod(workload, problems);
            workload.containers().forEach(container -> container(workload, container, problems));
        }
        if (!manifests
                .only("Namespace")
                .labels()
                .getOrDefault("pod-security.kubernetes.io/enforce", "")
                .equals("restricted")) {
            problems.add(manifests.only("Namespace").problem("does not enforce the restricted profile"));
        }
        return problems;
    }

    private static void account(Manifests manifests, Workload workload, List<String> problems) {
        String name = workload.pod().path("serviceAccountName").asText();
        manifests
                .find("ServiceAccount", name)
                .ifPresentOrElse(
                        account -> expect(
                                account.tree(), "/automountServiceAccountToken", "false", account.toString(), problems),
                        () -> problems.add(workload.problem("there is no ServiceAccount \"" + name + "\"")));
        expect(
                workload.pod(),
                "/automountServiceAccountToken",
                "false",
                workload.owner().toString(),
                problems);
    }

    private static void pod(Workload workload, List<String> problems) {
        String who = workload.owner().toString();
        expect(workload.pod(), "/securityContext/runAsNonRoot", "true", who, problems);
        expect(workload.pod(), "/securityContext/seccompProfile/type", "RuntimeDefault", who, problems);
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (workload.pod().path(host).asBoolean()) {
                problems.add(workload.problem(host + " must not be set"));
            }
        }
        Manifest.each(workload.pod().path("volumes"))
                .filter(volume -> volume.has("hostPath"))
                .forEach(volume -> problems.add(workload.problem("mounts a folder of the node")));
    }

    private static void container(Workload workload, JsonNode container, List<String> problems) {
        String who = workload.owner().toString();
        expect(container, "/securityContext/allowPrivilegeEscalation", "false", who, problems);
        expect(container, "/securityContext/readOnlyRootFilesystem", "true", who, problems);
        expect(container, "/securityContext/capabilities/drop/0", "ALL", who, problems);
        if (!container.at("/securityContext/capabilities/add").isEmpty()) {
            problems.add(workload.problem("adds capabilities"));
        }
    }

    private static void expect(JsonNode node, String pointer, String value, String who, List<String> problems) {
        if (!node.at(pointer).asText().equals(value)) {
            problems.add(who + ": " + pointer.substring(1).replace('/', '.') + " must be " + value);
        }
    }
}
