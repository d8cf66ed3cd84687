package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.List;
import org.emotionstream.cli.audit.Judgement.Kind;

/**
 * What the audit found.
 *
 * @param question what was asked
 * @param judgedSince pictures that entered before are not judged; the epoch where nothing is gone yet
 * @param verdict on what was taken
 * @param notTaken raw records that the landmarker has passed over, or that were deleted before it read them
 * @param waiting offsets of images.raw that it has not read yet
 * @param waitingTooLong of these, those that entered longer ago than a picture may be open
 * @param unreadable records of the chain's own topics that are no messages
 * @param findings what is wrong, one by one
 */
public record AuditReport(
        AuditQuestion question,
        Instant judgedSince,
        Verdict verdict,
        long notTaken,
        long waiting,
        long waitingTooLong,
        long unreadable,
        List<AuditFinding> findings) {

    /** How many are missing. */
    public long missing() {
        return notTaken + verdict.faults(Kind.MISSING);
    }

    /** How many mistakes of this kind. */
    public long faults(Kind kind) {
        return switch (kind) {
            case MISSING -> missing();
            case OPEN_TOO_LONG -> waitingTooLong + verdict.faults(kind);
            default -> verdict.faults(kind);
        };
    }

    /** All mistakes. */
    public long faults() {
        return missing() + faults(Kind.DOUBLED) + faults(Kind.OPEN_TOO_LONG);
    }

    /** Whether every picture is accounted for, once, in time, and everything could be read. */
    public boolean balances() {
        return faults() == 0 && unreadable == 0 && verdict.taken() == verdict.accountedFor();
    }
}
