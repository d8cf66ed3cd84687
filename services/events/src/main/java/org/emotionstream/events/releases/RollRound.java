package org.emotionstream.events.releases;

import java.time.Duration;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.contract.ReleasedSteps;

/**
 * One round of a service's part in rolling releases: reads which release is named, publishes its report, reads those of
 * others, follows what is pinned, and decides. For one thread.
 */
final class RollRound {
    private final String stage;
    private final String instance;
    private final Role role;
    private final ReleasedSteps<?> steps;
    private final NamedRelease named;
    private final ReleaseStatus status;
    private final ReleaseBoard board = new ReleaseBoard();
    private Optional<StageReport> published = Optional.empty();
    private long publishedAt;
    private Optional<String> cannotFollow = Optional.empty();
    private volatile Optional<ReleaseContent> serving = Optional.empty();

    /** Who decides which release pictures are pinned to. */
    enum Role {
        /** Not this service: it goes by what events name. */
        FOLLOWS,
        /** This one, with the others of its kind. */
        PINS,
        /** A setting of this service, whatever is named or pinned elsewhere. */
        FIXED
    }

    RollRound(
            String stage,
            String instance,
            Role role,
            ReleasedSteps<?> steps,
            NamedRelease named,
            ReleaseStatus status) {
        this.stage = stage;
        this.instance = instance;
        this.role = role;
        this.steps = steps;
        this.named = named;
        this.status = status;
    }

    /** The release that this service serves with, as far as it has been pinned. */
    Optional<ReleaseContent> serving() {
        return serving;
    }

    /** Opens the release that is named, before there is a topic to publish the report on. */
    StageReport openNamed() {
        named.refresh();
        StageReport report = report();
        status.update(serving, report, decision(report));
        return report;
    }

    /**
     * One round.
     *
     * @param listen how long to wait for the reports of others
     * @throws org.apache.kafka.common.KafkaException when the topic cannot be read or written
     */
    void run(ReleasesTopic topic, Duration listen) {
        named.refresh();
        publish(topic, report());
        topic.poll(board, listen);
        if (topic.hasFailed()) {
            // The broker was away too long for the last report.
            published = Optional.empty();
        }
        // A killed instance withdraws nothing; the topic would keep the report of each, and each start read it.
        board.takeForgotten().forEach(key -> topic.write(key, null));
        follow();
        named.keepWith(serving);
        StageReport report = report();
        RollDecision decision = decision(report);
        // Only with all reports of others: what is pinned may not have been read yet.
        if (role == Role.PINS && decision instanceof RollDecision.Pin pin && topic.atEnd()) {
            topic.write(ReleaseMessages.PINNED, ReleaseMessages.write(pin.release()));
        }
        status.update(serving, report, decision);
    }

    /** Withdraws the report. */
    void leave(ReleasesTopic topic) {
        published.ifPresent(report -> topic.write(ReleaseMessages.key(report), null));
    }

    /** Whether there is a release to serve with. */
    boolean canServe() {
        return role == Role.FOLLOWS ? !report().holds().isEmpty() : serving.isPresent();
    }

    /** Why there will be none without somebody's help; empty when there may be. */
    Optional<String> hopeless() {
        StageReport report = report();
        if (report.names().flatMap(report::held).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(report.problem().orElse("no release is named")
                + cannotFollow.map(why -> "; " + why).orElse(""));
    }

    private StageReport report() {
        return named.report(stage, instance);
    }

    private RollDecision decision(StageReport report) {
        if (role == Role.FIXED) {
            return new RollDecision.Stay();
        }
        return cannotFollow.<RollDecision>map(RollDecision.Refuse::new).orElseGet(() -> RollDecision.of(board, report));
    }

    private void publish(ReleasesTopic topic, StageReport report) {
        long now = System.nanoTime();
        if (published.equals(Optional.of(report)) && now - publishedAt < ReleaseBoard.HEARTBEAT.toNanos()) {
            return;
        }
        topic.write(ReleaseMessages.key(report), ReleaseMessages.write(report));
        published = Optional.of(report);
        publishedAt = now;
    }

    /** All landmarkers take over what is pinned when they read it, whoever of them wrote it. */
    private void follow() {
        if (role == Role.FIXED) {
            StageReport report = report();
            serving = report.names().flatMap(report::held);
            return;
        }
        cannotFollow = Optional.empty();
        board.pinned().filter(pinned -> !serving.equals(Optional.of(pinned))).ifPresent(this::follow);
    }

    private void follow(ReleaseContent pinned) {
        try {
            ReleaseContent held = steps.hold(pinned.id());
            if (held.equals(pinned)) {
                serving = Optional.of(pinned);
            } else if (serving.isPresent()) {
                cannotFollow = Optional.of(pinned + " is pinned, and " + stage + " finds " + held + " under this id");
            }
        } catch (RuntimeException e) {
            cannotFollow = Optional.of(stage + " cannot use " + pinned + ", which is pinned: " + e.getMessage());
        }
    }
}
