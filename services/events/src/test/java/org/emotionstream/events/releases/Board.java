package org.emotionstream.events.releases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.configuration.ServiceNames;

/** Puts what stages say onto a board, as records would. */
final class Board {
    static final ReleaseContent OLD = new ReleaseContent("old", "11");
    static final ReleaseContent NEW = new ReleaseContent("new", "22");

    final ReleaseBoard board = new ReleaseBoard();
    private long now = 1_000_000;

    Board pinned(ReleaseContent content) {
        accept(ReleaseMessages.PINNED, ReleaseMessages.write(content));
        return this;
    }

    Board says(StageReport report) {
        accept(ReleaseMessages.key(report), ReleaseMessages.write(report));
        return this;
    }

    /** Every stage but the landmarker holds old and new. */
    Board othersHoldBoth() {
        ServiceNames.ALL.stream()
                .filter(stage -> !stage.equals(ServiceNames.LANDMARKER))
                .forEach(stage -> says(holding(stage, "new", OLD, NEW)));
        return this;
    }

    Board leaves(String stage, String instance) {
        accept(stage + "/" + instance, null);
        return this;
    }

    Board later(long millis) {
        now += millis;
        return this;
    }

    Board accept(String key, byte[] value) {
        board.accept(key.getBytes(StandardCharsets.UTF_8), value, now);
        return this;
    }

    static StageReport holding(String stage, String names, ReleaseContent... held) {
        return holding(stage, "1", names, held);
    }

    static StageReport holding(String stage, String instance, String names, ReleaseContent... held) {
        return new StageReport(stage, instance, Optional.of(names), List.of(held), Optional.empty());
    }

    static StageReport refusing(String stage, String names, String why) {
        return new StageReport(stage, "1", Optional.of(names), List.of(OLD), Optional.of(why));
    }
}
