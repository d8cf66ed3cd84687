package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whatever selects pods selects those that it is for: its own, by labels that they have. */
final class Selectors implements Rule {
    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        List<Workload> workloads = manifests.workloads();
        for (Workload workload : workloads) {
            own(workload, problems);
            if (workload.lasts()) {
                budget(manifests, workload, problems);
            }
        }
        for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
            String pointer = kind.equals("NetworkPolicy") ? "/spec/podSelector" : "/spec/selector";
            manifests
                    .of(kind)
                    .filter(manifest -> selected(workloads, manifest.at(pointer + "/matchLabels"))
                            .isEmpty())
                    .forEach(manifest -> problems.add(manifest.problem("selects no pod")));
        }
        manifests
                .of("PodDisruptionBudget")
                .filter(budget -> selected(workloads, budget.at("/spec/selector/matchLabels"))
                                .size()
                        > 1)
                .forEach(budget -> problems.add(budget.problem("selects pods of several services")));
        return problems;
    }

    static List<Workload> selected(List<Workload> workloads, JsonNode matchLabels) {
        return workloads.stream()
                .filter(workload -> Manifest.selects(matchLabels, workload.labels()))
                .toList();
    }

    private static void own(Workload workload, List<String> problems) {
        JsonNode selector = workload.owner().at("/spec/selector/matchLabels");
        if (workload.lasts() && (selector.isEmpty() || !Manifest.selects(selector, workload.labels()))) {
            problems.add(workload.problem("does not select its own pods"));
        }
        JsonNode spread = workload.pod().path("topologySpreadConstraints");
        if (workload.lasts() && spread.isEmpty()) {
            problems.add(workload.problem("does not say how its pods are spread over nodes"));
        }
        Manifest.each(spread)
                .map(constraint -> constraint.at("/labelSelector/matchLabels"))
                .filter(labels -> labels.isEmpty() || !Manifest.selects(labels, workload.labels()))
                .forEach(labels -> problems.add(workload.problem("spreads other pods than its own")));
    }

    private static void budget(Manifests manifests, Workload workload, List<String> problems) {
        long budgets = manifests
                .of("PodDisruptionBudget")
                .filter(budget -> Manifest.selects(budget.at("/spec/selector/matchLabels"), workload.labels()))
                .count();
        if (budgets != 1) {
            problems.add(workload.problem("one PodDisruptionBudget must select its pods, " + budgets + " do"));
        }
    }
}
