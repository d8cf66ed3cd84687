package org.emotionstream.cli.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.audit.Judgement.Fault;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.audit.Judgement.Standing;

/**
 * The balance, and what is wrong.
 *
 * @param taken raw records that were taken, each place once
 * @param takenAgain how often one of them was announced again, after a restart of the landmarker
 * @param duplicates records with a picture that had been taken before, at another place
 * @param replays records with a later attempt at a picture, sent again from images.rejected
 * @param answeredAgain pictures that were answered once more, longer after than the horizon
 * @param pictures how many have each standing
 * @param faults how many of each kind
 * @param wrong the first of them, as many as were asked for
 */
record Verdict(
        long taken,
        long takenAgain,
        long duplicates,
        long replays,
        long answeredAgain,
        Map<Standing, Long> pictures,
        Map<Kind, Long> faults,
        List<Wrong> wrong) {

    /** A picture with a mistake. */
    record Wrong(ImageFacts image, Fault fault) {}

    /**
     * Judges all.
     *
     * @param most how many mistakes to name; all are counted
     */
    static Verdict of(AuditFacts facts, AuditBounds bounds, int most) {
        ImageJudge judge = new ImageJudge(facts, bounds);
        Map<Standing, Long> pictures = new EnumMap<>(Standing.class);
        Map<Kind, Long> faults = new EnumMap<>(Kind.class);
        List<Wrong> wrong = new ArrayList<>();
        for (int row = 0; row < facts.images(); row++) {
            ImageFacts image = facts.image(row);
            Judgement judgement = judge.judge(image);
            pictures.merge(judgement.standing(), 1L, Long::sum);
            judgement.fault().ifPresent(fault -> {
                faults.merge(fault.kind(), 1L, Long::sum);
                if (wrong.size() < most) {
                    wrong.add(new Wrong(image, fault));
                }
            });
        }
        AuditFacts.Counts counts = facts.counts();
        // A record whose picture entered before what is judged repeats an older one.
        long duplicates = counts.duplicates + pictures.getOrDefault(Standing.OLDER, 0L);
        return new Verdict(
                counts.taken,
                counts.takenAgain,
                duplicates,
                counts.replays,
                counts.answeredAgain,
                pictures,
                faults,
                wrong);
    }

    long pictures(Standing standing) {
        return pictures.getOrDefault(standing, 0L);
    }

    long faults(Kind kind) {
        return faults.getOrDefault(kind, 0L);
    }

    /** The records on the other side of the balance: what became of each. */
    long accountedFor() {
        long sum = duplicates + replays;
        for (Map.Entry<Standing, Long> each : pictures.entrySet()) {
            boolean counted = each.getKey() != Standing.NOT_TAKEN && each.getKey() != Standing.OLDER;
            sum += counted ? each.getValue() : 0;
        }
        return sum;
    }
}
