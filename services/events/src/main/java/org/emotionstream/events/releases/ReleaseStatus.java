package org.emotionstream.events.releases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionstream.contract.ReleaseContent;
import org.jboss.logging.Logger;

/** Says how releases are: in the log once a change, in a metric, and beside readiness. */
final class ReleaseStatus {
    private static final Logger LOG = Logger.getLogger(ReleaseStatus.class);

    private final String stage;
    private final MultiGauge releases;
    private volatile Seen seen =
            new Seen(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    private record Seen(
            Optional<String> serving,
            Optional<String> names,
            List<String> held,
            Optional<String> problem,
            Optional<String> waiting) {}

    ReleaseStatus(String stage, MeterRegistry registry) {
        this.stage = stage;
        releases = MultiGauge.builder("emotionstream.release.info")
                .description("1 for each release that is pinned, held, or next to be pinned")
                .tag("stage", stage)
                .register(registry);
        Gauge.builder(
                        "emotionstream.release.broken",
                        this,
                        status -> status.seen.problem().isPresent() ? 1 : 0)
                .description("1 while the release that is named cannot be used; the pinned one serves on")
                .tag("stage", stage)
                .register(registry);
    }

    /**
     * What is so now.
     *
     * @param serving the pinned release
     */
    void update(Optional<ReleaseContent> serving, StageReport report, RollDecision decision) {
        Seen now = new Seen(
                serving.map(ReleaseContent::id),
                report.names(),
                report.holds().stream().map(ReleaseContent::id).sorted().toList(),
                decision instanceof RollDecision.Refuse refused ? Optional.of(refused.why()) : Optional.empty(),
                decision instanceof RollDecision.Wait waits ? Optional.of(waits.why()) : Optional.empty());
        if (!now.equals(seen)) {
            log(seen, now);
            seen = now;
            releases.register(rows(now), true);
        }
    }

    /** The topic cannot be followed, and why: what serves goes on serving. */
    void broken(String why) {
        Seen before = seen;
        Seen now = new Seen(before.serving(), before.names(), before.held(), Optional.of(why), Optional.empty());
        if (!now.equals(before)) {
            log(before, now);
            seen = now;
        }
    }

    /** For a readiness check. */
    Map<String, String> readiness() {
        Seen now = seen;
        Map<String, String> data = new TreeMap<>();
        now.serving().ifPresent(id -> data.put("release", id));
        data.put("releases-held", String.join(" ", now.held()));
        now.waiting().ifPresent(why -> data.put("release-next", now.names().orElse("") + ": " + why));
        now.problem().ifPresent(why -> data.put("release-problem", why));
        return data;
    }

    private static List<MultiGauge.Row<?>> rows(Seen seen) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        seen.serving().ifPresent(id -> rows.add(row(id, "pinned")));
        seen.held().stream().distinct().forEach(id -> rows.add(row(id, "held")));
        seen.names().filter(id -> !seen.serving().equals(Optional.of(id))).ifPresent(id -> rows.add(row(id, "next")));
        return rows;
    }

    private static MultiGauge.Row<?> row(String release, String state) {
        return MultiGauge.Row.of(Tags.of("release", release, "state", state), 1);
    }

    private void log(Seen before, Seen now) {
        if (!now.serving().equals(before.serving())) {
            LOG.infof(
                    "%s: pictures are pinned to release %s",
                    stage, now.serving().orElse("none"));
        }
        String added =
                now.held().stream().filter(id -> !before.held().contains(id)).collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            LOG.infof("%s holds release %s", stage, added);
        }
        boolean sameName = now.names().equals(before.names());
        // Of many that cannot use it, each is the first to be read for a moment: said once is enough.
        if (now.problem().isPresent() != before.problem().isPresent() || !sameName) {
            if (now.problem().isPresent()) {
                LOG.errorf(
                        "%s%s",
                        now.problem().get(),
                        now.serving().map(id -> "; " + id + " serves on").orElse(""));
            } else if (sameName) {
                LOG.infof("%s: the problem with the release that is named is over", stage);
            }
        }
    }
}
