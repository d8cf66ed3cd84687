package org.emotionstream.cli.audit;

import java.util.Locale;
import org.emotionstream.schemas.LedgerState;

/** What the ledger says of a picture: the states of {@link LedgerState}, or nothing. */
enum LedgerKnows {
    /** There is no entry. */
    NOTHING,
    OPEN,
    COMPLETE,
    PARTIAL,
    AMENDED,
    REJECTED,
    EXPIRED,
    /** Its entry was erased. */
    ERASED;

    static LedgerKnows of(LedgerState state) {
        return valueOf(state.name().toUpperCase(Locale.ROOT));
    }

    /** Whether emotions.final has an answer. */
    boolean answered() {
        return this == COMPLETE || this == PARTIAL || this == AMENDED;
    }
}
