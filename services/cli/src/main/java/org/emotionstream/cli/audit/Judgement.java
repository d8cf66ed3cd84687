package org.emotionstream.cli.audit;

import java.util.Locale;
import java.util.Optional;
import org.emotionstream.schemas.LedgerState;

/**
 * What becomes of one picture in the balance, and what is wrong with it.
 *
 * @param standing its line in the balance
 * @param fault empty when all is well
 */
record Judgement(Standing standing, Optional<Fault> fault) {
    /** The lines of the balance for pictures, in the order in which they are printed. */
    enum Standing {
        COMPLETE,
        PARTIAL,
        AMENDED,
        REJECTED,
        EXPIRED,
        OPEN,
        ERASED,
        /** The ledger should know it and does not. */
        UNKNOWN,
        /** It was judged to be of before: the record that we saw is a duplicate of an older one. */
        OLDER,
        /** There are answers of it, but the record was not seen: only that none is there twice is judged. */
        NOT_TAKEN;

        /** What the ledger says of a picture by the state of its entry; {@link #UNKNOWN} where it has none. */
        static Standing of(LedgerState state) {
            return valueOf(state.name().toUpperCase(Locale.ROOT));
        }

        /** Whether emotions.final has an answer. */
        boolean answered() {
            return this == COMPLETE || this == PARTIAL || this == AMENDED;
        }
    }

    /** Kinds of mistakes. */
    enum Kind {
        MISSING,
        DOUBLED,
        OPEN_TOO_LONG
    }

    /**
     * A mistake.
     *
     * @param why what is there and what is not
     */
    record Fault(Kind kind, String why) {}

    static Judgement wrong(Standing standing, Kind kind, String why) {
        return new Judgement(standing, Optional.of(new Fault(kind, why)));
    }
}
