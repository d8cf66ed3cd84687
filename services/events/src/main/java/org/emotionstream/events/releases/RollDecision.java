package org.emotionstream.events.releases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.configuration.ServiceNames;

/** Whether the release that is named may be pinned, given the reports of all stages. */
public sealed interface RollDecision {
    /** It is pinned already. */
    record Stay() implements RollDecision {}

    /** Every stage holds it: from now on pictures are pinned to it. */
    record Pin(ReleaseContent release) implements RollDecision {}

    /** Some stage has not reported yet: the pinned one serves on. */
    record Wait(String why) implements RollDecision {}

    /** Some stage cannot use it: the pinned one serves on. */
    record Refuse(String why) implements RollDecision {}

    /**
     * The decision.
     *
     * @param board the reports of all
     * @param own the report of this instance now; in place of its earlier one
     */
    static RollDecision of(ReleaseBoard board, StageReport own) {
        if (own.names().isEmpty()) {
            return new Refuse(problem(own));
        }
        String id = own.names().get();
        List<StageReport> reports = withOwn(board.reports(), own);
        Optional<ReleaseContent> held = own.held(id);
        boolean pinned = held.isPresent() && board.pinned().equals(held);
        if (board.pinned().isEmpty() && held.isPresent()) {
            return new Pin(held.get());
        }
        Optional<String> refusal = reports.stream()
                .flatMap(report -> refusal(report, id, held).stream())
                .findFirst();
        if (refusal.isPresent()) {
            return new Refuse(refusal.get());
        }
        if (pinned) {
            return new Stay();
        }
        Optional<String> missing = missing(reports, id);
        return missing.<RollDecision>map(Wait::new).orElseGet(() -> new Pin(held.orElseThrow()));
    }

    private static List<StageReport> withOwn(List<StageReport> reports, StageReport own) {
        List<StageReport> all = new ArrayList<>(reports);
        all.removeIf(report -> ReleaseMessages.key(report).equals(ReleaseMessages.key(own)));
        all.add(own);
        return all;
    }

    /** Why this instance cannot use the release, where it says so. */
    private static Optional<String> refusal(StageReport report, String id, Optional<ReleaseContent> own) {
        Optional<ReleaseContent> held = report.held(id);
        if (held.isPresent()) {
            return own.isEmpty() || held.equals(own)
                    ? Optional.empty()
                    : Optional.of(report.stage() + " holds " + held.get() + ", not " + own.get()
                            + ": an id is never used for two contents");
        }
        return report.names().equals(Optional.of(id)) && report.problem().isPresent()
                ? Optional.of(problem(report))
                : Optional.empty();
    }

    /** Whom this waits for: each stage has to hold it, and every landmarker has to name it. */
    private static Optional<String> missing(List<StageReport> reports, String id) {
        for (String stage : ServiceNames.ALL) {
            List<StageReport> instances = reports.stream()
                    .filter(report -> report.stage().equals(stage))
                    .toList();
            if (instances.isEmpty()) {
                return Optional.of("nothing has been heard of " + stage);
            }
            for (StageReport instance : instances) {
                if (instance.held(id).isEmpty()) {
                    return Optional.of(stage + " does not hold it yet");
                }
                // Else two landmarkers that read different names would pin in turn.
                if (stage.equals(ServiceNames.LANDMARKER) && !instance.names().equals(Optional.of(id))) {
                    return Optional.of(
                            "another landmarker names " + instance.names().orElse("none"));
                }
            }
        }
        return Optional.empty();
    }

    private static String problem(StageReport report) {
        return report.stage() + report.names().map(id -> " cannot use " + id).orElse("") + ": "
                + report.problem().orElse("it does not say why");
    }
}
