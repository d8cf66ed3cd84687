package org.emotionstream.cli.audit;

import java.time.Instant;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.RecordPlace;

/**
 * All that is known of one picture.
 *
 * @param attempt the highest that was taken; 0 when none was
 * @param rejected whether the landmarker rejected that attempt
 * @param raw where that attempt lies on images.raw; without meaning when none was taken
 * @param message which names the picture
 * @param entered when that attempt entered, by the ledger where it knows, else by images.taken
 * @param ledger what the ledger says; unknown where it has no entry
 * @param ledgerAttempt the attempt that it says it of; 0 for nothing
 * @param revision of the answer, as the ledger says; 0 for none
 * @param answered whether emotions.final has an answer
 * @param answeredTwice whether it has two, within the horizon
 * @param amendments a bit for each revision from 2 to 10 that is on emotions.amended, by its number
 * @param amendedTwice whether a revision is there twice
 */
record ImageFacts(
        int attempt,
        boolean rejected,
        RecordPlace raw,
        MessagePlace message,
        Instant entered,
        Standing ledger,
        int ledgerAttempt,
        int revision,
        boolean answered,
        boolean answeredTwice,
        int amendments,
        boolean amendedTwice) {

    /** Whether what the ledger says is of the attempt that was taken last, or it was erased. */
    boolean ledgerKnowsAttempt() {
        return ledger == Standing.ERASED || (ledger != Standing.UNKNOWN && ledgerAttempt >= attempt);
    }

    /** Whether emotions.amended has the revision that the ledger names, as far as it is counted. */
    boolean hasAmendment() {
        return revision < 2 || revision > 10 || (amendments & (1 << revision)) != 0;
    }
}
