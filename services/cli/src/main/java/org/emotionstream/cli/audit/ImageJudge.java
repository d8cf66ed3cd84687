package org.emotionstream.cli.audit;

import java.util.Locale;
import java.util.Optional;
import org.emotionstream.cli.audit.Judgement.Fault;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.audit.Judgement.Standing;

/**
 * Judges one picture by its facts.
 *
 * @param facts of all pictures
 * @param bounds of what can be judged
 */
record ImageJudge(AuditFacts facts, AuditBounds bounds) {
    Judgement judge(ImageFacts image) {
        if (image.attempt() == 0) {
            return new Judgement(Standing.NOT_TAKEN, doubled(image));
        }
        if (image.entered().isBefore(bounds.judgedSince())) {
            return new Judgement(Standing.OLDER, doubled(image));
        }
        if (!image.ledgerKnowsAttempt()) {
            return withoutEntry(image);
        }
        Optional<Fault> fault = doubled(image).or(() -> missing(image)).or(() -> openTooLong(image));
        return new Judgement(image.ledger(), fault);
    }

    private Judgement withoutEntry(ImageFacts image) {
        if (doubled(image).isPresent()) {
            return new Judgement(Standing.UNKNOWN, doubled(image));
        }
        if (bounds.combinerHasRead(image)) {
            String why = image.ledger() == Standing.UNKNOWN
                    ? "images.ledger has no entry, and the combiner has read images.taken past it"
                    : "images.ledger knows attempt " + image.ledgerAttempt() + ", taken was attempt " + image.attempt()
                            + ", and the combiner has read past it";
            return Judgement.wrong(Standing.UNKNOWN, Kind.MISSING, why);
        }
        return new Judgement(
                Standing.OPEN, tooOld(image, "taken, but the combiner has not read its intake record yet"));
    }

    private static Optional<Fault> doubled(ImageFacts image) {
        if (image.answeredTwice()) {
            return Optional.of(new Fault(Kind.DOUBLED, "emotions.final has more than one answer"));
        }
        return image.amendedTwice()
                ? Optional.of(new Fault(Kind.DOUBLED, "emotions.amended has one revision more than once"))
                : Optional.empty();
    }

    private Optional<Fault> missing(ImageFacts image) {
        String state = image.ledger().name().toLowerCase(Locale.ROOT);
        if (image.ledger().answered() && !image.answered() && !image.entered().isBefore(bounds.finalsKept())) {
            return missing("images.ledger says " + state + ", emotions.final has no answer");
        }
        if (image.ledger() == Standing.AMENDED
                && !image.hasAmendment()
                && !image.entered().isBefore(bounds.amendedKept())) {
            return missing("images.ledger says amended, emotions.amended has no revision " + image.revision());
        }
        if (image.ledger() == Standing.REJECTED
                && image.rejected()
                && !facts.isSetAside(image.raw())
                && bounds.landmarkerIsDoneWith(image)
                && !image.entered().isBefore(bounds.rejectedKept())) {
            return missing("images.ledger says rejected, images.rejected has no record of it");
        }
        return Optional.empty();
    }

    private static Optional<Fault> missing(String why) {
        return Optional.of(new Fault(Kind.MISSING, why));
    }

    private Optional<Fault> openTooLong(ImageFacts image) {
        return image.ledger() == Standing.OPEN ? tooOld(image, "images.ledger says open") : Optional.empty();
    }

    private Optional<Fault> tooOld(ImageFacts image, String why) {
        return image.entered().plus(bounds.openLongerThan()).isBefore(bounds.now())
                ? Optional.of(new Fault(Kind.OPEN_TOO_LONG, why))
                : Optional.empty();
    }
}
