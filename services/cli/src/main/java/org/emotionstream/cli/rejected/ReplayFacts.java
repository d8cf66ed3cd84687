package org.emotionstream.cli.rejected;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.LedgerState;

/** What is known of rejected records, beside themselves. */
final class ReplayFacts {
    private final Map<RecordPlace, ImageIdentity> images = new HashMap<>();
    private final Map<ImageIdentity, Integer> attempts = new HashMap<>();
    private final Map<ImageIdentity, Entry> ledger = new HashMap<>();
    private final Set<RecordPlace> onTheirWay = new HashSet<>();

    /** What the ledger says. */
    record Entry(LedgerState state, int attempt) {}

    /** The raw record at this place is of this picture. */
    void isOf(RecordPlace raw, ImageIdentity image) {
        images.put(raw, image);
    }

    /** The picture was taken as this attempt. */
    void taken(ImageIdentity image, int attempt) {
        attempts.merge(image, attempt, Math::max);
    }

    /** The ledger says so now; empty once its entry is erased. */
    void ledger(ImageIdentity image, Optional<Entry> entry) {
        entry.ifPresentOrElse(known -> ledger.put(image, known), () -> ledger.remove(image));
    }

    /** A replay of the raw record at this place lies on images.raw, and nobody has taken it yet. */
    void onItsWay(RecordPlace raw) {
        onTheirWay.add(raw);
    }

    Optional<ImageIdentity> imageOf(RecordPlace raw) {
        return Optional.ofNullable(images.get(raw));
    }

    boolean knows(ImageIdentity image) {
        return attempts.containsKey(image);
    }

    int lastAttempt(ImageIdentity image) {
        return attempts.getOrDefault(image, 0);
    }

    Optional<Entry> entry(ImageIdentity image) {
        return Optional.ofNullable(ledger.get(image));
    }

    boolean isOnItsWay(ImageIdentity image) {
        return onTheirWay.stream().map(images::get).anyMatch(image::equals);
    }
}
