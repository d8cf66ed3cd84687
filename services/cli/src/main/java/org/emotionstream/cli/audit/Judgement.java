package org.emotionstream.cli.audit;

import java.util.Optional;

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
        NOT_TAKEN
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

    static Judgement well(Standing standing) {
        return new Judgement(standing, Optional.empty());
    }

    static Judgement wrong(Standing standing, Kind kind, String why) {
        return new Judgement(standing, Optional.of(new Fault(kind, why)));
    }
}
