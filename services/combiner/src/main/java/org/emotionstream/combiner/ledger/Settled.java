package org.emotionstream.combiner.ledger;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.LedgerState;

/**
 * An image that has its outcome, in as few words as its duplicates, late networks and replays need.
 *
 * @param kind what became of it
 * @param intake of its raw record
 * @param modelBits which networks the answer rests on: bit 0 for model-1 to bit 3 for model-4; 0 without one
 * @param revision of the answer: 0 without one, 1, or more once amended
 */
public record Settled(Kind kind, Intake intake, int modelBits, int revision) {
    private static final int ALL_MODELS = (1 << Topics.MODELS.size()) - 1;

    /** What may become of an image. */
    public enum Kind {
        /** An answer is on {@code emotions.final}, complete or partial. */
        ANSWERED,
        /** The raw record is on {@code images.rejected}. */
        REJECTED,
        /** It is older than the horizon, and no answer was due. */
        EXPIRED
    }

    /** Answered by these networks, as this revision. */
    public static Settled answered(Intake intake, Collection<EmotionDistributions> distributions, int revision) {
        int bits = 0;
        for (EmotionDistributions message : distributions) {
            bits |= 1 << Topics.MODELS.indexOf(message.getModel());
        }
        return new Settled(Kind.ANSWERED, intake, bits, revision);
    }

    /** Rejected. */
    public static Settled rejected(Intake intake) {
        return new Settled(Kind.REJECTED, intake, 0, 0);
    }

    /** Given up, because it is older than the horizon. */
    public static Settled expired(Intake intake) {
        return new Settled(Kind.EXPIRED, intake, 0, 0);
    }

    /** This outcome with another intake. */
    public Settled withIntake(Intake other) {
        return new Settled(kind, other, modelBits, revision);
    }

    /** Whether all four networks have answered. */
    public boolean complete() {
        return modelBits == ALL_MODELS;
    }

    /** The networks that the answer rests on, in order. */
    public List<String> models() {
        return IntStream.range(0, Topics.MODELS.size())
                .filter(model -> (modelBits & 1 << model) != 0)
                .mapToObj(Topics.MODELS::get)
                .toList();
    }

    /** The state of the ledger entry. */
    public LedgerState state() {
        return switch (kind) {
            case REJECTED -> LedgerState.rejected;
            case EXPIRED -> LedgerState.expired;
            case ANSWERED -> revision > 1
                    ? LedgerState.amended
                    : complete() ? LedgerState.complete : LedgerState.partial;
        };
    }
}
