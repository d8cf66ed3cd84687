package org.emotionstream.endtoend.faults.count;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.KnownStream.Kind;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageEmotions;

/** What became of every record of one stream. */
public final class StreamCount {
    private final KnownStream stream;
    private final StreamRecords records;
    private final UndisturbedResults undisturbed;
    private int sent;
    private int complete;
    private int partial;
    private int amended;
    private int rejected;
    private int duplicates;
    private int expired;
    private int missing;
    private int doubled;
    private int mixed;
    private int differing;
    private int misled;

    /**
     * One stream's numbers, the columns of a row.
     *
     * @param sent records on {@code images.raw}
     * @param complete pictures whose answer on {@code emotions.final} is whole
     * @param partial pictures whose answer on {@code emotions.final} is in part
     * @param amended of those in part, how many were made whole on {@code emotions.amended}
     * @param rejected records on {@code images.rejected}
     * @param duplicates records that repeat an earlier one
     * @param expired pictures that were too old to be answered, as the ledger says
     * @param missing neither answered nor rejected nor expired
     * @param doubled answered more than once, or answered and rejected
     * @param mixed answers for what nobody sent, or with parts of another picture or release
     * @param differing answers that are not bit for bit those of the undisturbed run, and outcomes of the wrong kind
     * @param misled pictures that the ledger says something else of than the topics do
     */
    public record Tally(
            int sent,
            int complete,
            int partial,
            int amended,
            int rejected,
            int duplicates,
            int expired,
            int missing,
            int doubled,
            int mixed,
            int differing,
            int misled) {
        /** Whether each record is accounted for once, by what it is. */
        public boolean isClean() {
            return missing == 0 && doubled == 0 && mixed == 0 && differing == 0 && misled == 0;
        }
    }

    private StreamCount(KnownStream stream, StreamRecords records, UndisturbedResults undisturbed) {
        this.stream = stream;
        this.records = records;
        this.undisturbed = undisturbed;
    }

    /**
     * Counts.
     *
     * @param taken what the brokers have acknowledged: it must be on {@code images.raw}
     */
    public static Tally of(
            KnownStream stream,
            Collection<ImageIdentity> taken,
            StreamRecords records,
            UndisturbedResults undisturbed) {
        StreamCount count = new StreamCount(stream, records, undisturbed);
        count.count(taken);
        return count.tally();
    }

    private Tally tally() {
        return new Tally(
                sent,
                complete,
                partial,
                amended,
                rejected,
                duplicates,
                expired,
                missing,
                doubled,
                mixed,
                differing,
                misled);
    }

    private void count(Collection<ImageIdentity> taken) {
        Map<ImageIdentity, Integer> raw = records.raw();
        raw.values().forEach(times -> {
            sent += times;
            duplicates += times - 1;
        });
        raw.keySet().forEach(this::countPicture);
        taken.stream().filter(identity -> !raw.containsKey(identity)).forEach(lost -> missing++);
        Set<ImageIdentity> foreign = new HashSet<>(records.finals().keySet());
        foreign.addAll(records.amended().keySet());
        foreign.addAll(records.rejected().keySet());
        foreign.removeAll(raw.keySet());
        mixed += foreign.size();
    }

    private void countPicture(ImageIdentity identity) {
        List<ImageEmotions> finals = records.finals().getOrDefault(identity, List.of());
        boolean isRejected = records.rejected().containsKey(identity);
        boolean isExpired = records.isExpired(identity);
        misled += records.stateOf(identity).equals(records.ledgerStateOf(identity)) ? 0 : 1;
        if (finals.isEmpty() && !isRejected) {
            expired += isExpired ? 1 : 0;
            missing += isExpired ? 0 : 1;
            return;
        }
        boolean garbage = stream.kindOf(identity) == Kind.GARBAGE;
        differing += garbage == isRejected ? 0 : 1;
        doubled += finals.size() + (isRejected ? 1 : 0) + (isExpired ? 1 : 0) - 1;
        rejected += isRejected ? 1 : 0;
        if (!finals.isEmpty()) {
            countAnswer(identity, finals.get(0));
        }
    }

    private void countAnswer(ImageIdentity identity, ImageEmotions first) {
        List<ImageEmotions> revisions = records.amended().getOrDefault(identity, List.of());
        partial += first.getPartial() ? 1 : 0;
        complete += first.getPartial() ? 0 : 1;
        doubled += repeated(first, revisions);
        Optional<ImageEmotions> last = revisions.stream().max(Comparator.comparingInt(ImageEmotions::getRevision));
        amended += last.isPresent() && !last.get().getPartial() ? 1 : 0;
        switch (undisturbed.judge(stream.pictureOf(identity), last.orElse(first))) {
            case SAME -> {}
            case DIFFERING -> differing++;
            case MIXED -> mixed++;
        }
    }

    /** Revisions that there are twice; a whole answer has none after it. */
    private static int repeated(ImageEmotions first, List<ImageEmotions> revisions) {
        Map<Integer, Integer> times = new HashMap<>(Map.of(first.getRevision(), 1));
        revisions.forEach(answer -> times.merge(answer.getRevision(), 1, Integer::sum));
        int twice = times.values().stream().mapToInt(count -> count - 1).sum();
        return first.getPartial() ? twice : Math.max(twice, revisions.size());
    }
}
