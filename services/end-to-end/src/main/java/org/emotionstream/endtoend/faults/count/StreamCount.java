package org.emotionstream.endtoend.faults.count;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emotionstream.endtoend.faults.stream.Identity;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.KnownStream.Kind;
import org.emotionstream.schemas.ImageEmotions;

/** What became of every record of one stream. */
public final class StreamCount {
    private final KnownStream stream;
    private final StreamRecords records;
    private final UndisturbedResults undisturbed;
    private final Tally tally = new Tally();

    /** One stream's numbers, the columns of a row. */
    public static final class Tally {
        int sent;
        int complete;
        int partial;
        int amended;
        int rejected;
        int duplicates;
        int expired;
        int missing;
        int doubled;
        int mixed;
        int differing;
        int misled;

        /** Records on {@code images.raw}. */
        public int sent() {
            return sent;
        }

        /** Pictures whose answer on {@code emotions.final} is whole. */
        public int complete() {
            return complete;
        }

        /** Pictures whose answer on {@code emotions.final} is in part. */
        public int partial() {
            return partial;
        }

        /** Of those in part, how many were made whole on {@code emotions.amended}. */
        public int amended() {
            return amended;
        }

        /** Records on {@code images.rejected}. */
        public int rejected() {
            return rejected;
        }

        /** Records that repeat an earlier one. */
        public int duplicates() {
            return duplicates;
        }

        /** Pictures that were too old to be answered, as the ledger says. */
        public int expired() {
            return expired;
        }

        /** Neither answered nor rejected nor expired. */
        public int missing() {
            return missing;
        }

        /** Answered more than once, or answered and rejected. */
        public int doubled() {
            return doubled;
        }

        /** Answers for what nobody sent, or with parts of another picture or release. */
        public int mixed() {
            return mixed;
        }

        /** Answers that are not bit for bit those of the undisturbed run, and outcomes of the wrong kind. */
        public int differing() {
            return differing;
        }

        /** Pictures that the ledger says something else of than the topics do. */
        public int misled() {
            return misled;
        }

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
            KnownStream stream, Collection<Identity> taken, StreamRecords records, UndisturbedResults undisturbed) {
        StreamCount count = new StreamCount(stream, records, undisturbed);
        count.count(taken);
        return count.tally;
    }

    private void count(Collection<Identity> taken) {
        Map<Identity, Integer> raw = records.raw();
        raw.values().forEach(times -> {
            tally.sent += times;
            tally.duplicates += times - 1;
        });
        raw.keySet().forEach(this::countPicture);
        taken.stream().filter(identity -> !raw.containsKey(identity)).forEach(lost -> tally.missing++);
        Set<Identity> foreign = new HashSet<>(records.finals().keySet());
        foreign.addAll(records.amended().keySet());
        foreign.addAll(records.rejected().keySet());
        foreign.removeAll(raw.keySet());
        tally.mixed += foreign.size();
    }

    private void countPicture(Identity identity) {
        List<ImageEmotions> finals = records.finals().getOrDefault(identity, List.of());
        boolean rejected = records.rejected().containsKey(identity);
        boolean expired = records.isExpired(identity);
        tally.misled += records.stateOf(identity).equals(records.ledgerStateOf(identity)) ? 0 : 1;
        if (finals.isEmpty() && !rejected) {
            tally.expired += expired ? 1 : 0;
            tally.missing += expired ? 0 : 1;
            return;
        }
        boolean garbage = stream.kindOf(identity) == Kind.GARBAGE;
        tally.differing += garbage == rejected ? 0 : 1;
        tally.doubled += finals.size() + (rejected ? 1 : 0) + (expired ? 1 : 0) - 1;
        tally.rejected += rejected ? 1 : 0;
        if (!finals.isEmpty()) {
            countAnswer(identity, finals.get(0));
        }
    }

    private void countAnswer(Identity identity, ImageEmotions first) {
        List<ImageEmotions> revisions = records.amended().getOrDefault(identity, List.of());
        tally.partial += first.getPartial() ? 1 : 0;
        tally.complete += first.getPartial() ? 0 : 1;
        tally.doubled += repeated(first, revisions);
        Optional<ImageEmotions> last = revisions.stream().max(Comparator.comparingInt(ImageEmotions::getRevision));
        tally.amended += last.isPresent() && !last.get().getPartial() ? 1 : 0;
        switch (undisturbed.judge(stream.pictureOf(identity), last.orElse(first))) {
            case SAME -> {}
            case DIFFERING -> tally.differing++;
            case MIXED -> tally.mixed++;
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
