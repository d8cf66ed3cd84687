package org.emotionstream.combiner.topology;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.Intake.DeliveryKind;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.combiner.ledger.ReadUpTo;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.TakenOutcome;

/**
 * Applies intake records. One arrives before the distributions of its image or after them, once or again, for one attempt
 * or the next. The last attempt wins; an answer is never taken back, because each image has one.
 */
final class TakenArrivals {
    private final Images images;
    private final Predicate<Bytes> joined;
    private final CombinerMetrics metrics;

    /** @param joined whether a network has answered for an image that is open */
    TakenArrivals(Images images, Predicate<Bytes> joined, CombinerMetrics metrics) {
        this.images = images;
        this.joined = joined;
        this.metrics = metrics;
    }

    /**
     * @param tooOld whether the image entered longer ago than the horizon
     * @param now the time of the stream, in milliseconds since 1970
     * @param through the position after this message
     */
    void receive(ImageTaken message, boolean tooOld, long now, ReadUpTo through) {
        // Where that is not known, what is too old may have been read before; what is not would be remembered.
        boolean readBefore = images.readUpTo()
                .map(before -> before.covers(through.offset() - 1, through.timestamp()))
                .orElse(tooOld);
        receive(message, tooOld, now, readBefore);
        if (!readBefore) {
            images.readUpTo(through);
        }
    }

    private void receive(ImageTaken message, boolean tooOld, long now, boolean readBefore) {
        ImageIdentity image = ImageIdentity.of(message);
        Bytes key = ImageKey.of(image);
        Optional<OpenImage> open = images.findOpen(key);
        if (open.isPresent()) {
            whileOpen(key, open.get(), message, now);
            return;
        }
        Optional<Settled> settled = images.recall(image, key, now);
        if (settled.isPresent()) {
            whenSettled(key, settled.get(), message, tooOld, now);
        } else if (readBefore) {
            // The ledger has its outcome since then, and nothing of now may overwrite it.
            metrics.taken(DeliveryKind.FORGOTTEN);
        } else {
            metrics.taken(DeliveryKind.FIRST);
            images.countIntake();
            begin(key, message, Optional.empty(), tooOld, now);
        }
    }

    private void whileOpen(Bytes key, OpenImage open, ImageTaken message, long now) {
        DeliveryKind delivery = count(open.intake(), message);
        // No network gets a rejected attempt: where one has answered, another attempt was forwarded.
        boolean rejected = isRejected(message) && !joined.test(key);
        if (delivery == DeliveryKind.REPLAYED || delivery == DeliveryKind.REDELIVERED) {
            if (rejected) {
                reject(key, message, Optional.empty(), now);
            } else if (delivery == DeliveryKind.REPLAYED) {
                images.reopen(key, OpenImage.of(message));
            }
        } else if (delivery == DeliveryKind.FIRST) {
            images.reopen(key, new OpenImage(open.picture(), Intake.of(message)));
        }
    }

    private void whenSettled(Bytes key, Settled settled, ImageTaken message, boolean tooOld, long now) {
        DeliveryKind delivery = count(settled.intake(), message);
        if (delivery == DeliveryKind.EARLIER) {
            return;
        }
        if (begins(settled.kind(), delivery, isRejected(message), tooOld)) {
            begin(key, message, Optional.of(settled), tooOld, now);
        } else if (delivery != DeliveryKind.REDELIVERED) {
            Intake intake = delivery == DeliveryKind.DUPLICATE ? settled.intake() : Intake.of(message);
            images.again(key, Picture.of(message), settled, intake, now);
        }
    }

    /** Whether the image begins anew although it had this outcome. */
    private static boolean begins(Settled.Kind kind, DeliveryKind delivery, boolean rejected, boolean tooOld) {
        if (kind == Settled.Kind.ANSWERED || tooOld) {
            return false;
        }
        boolean replayed = delivery == DeliveryKind.REPLAYED;
        boolean sentAgain = kind == Settled.Kind.EXPIRED && delivery == DeliveryKind.DUPLICATE;
        return rejected ? replayed || sentAgain : kind == Settled.Kind.REJECTED || replayed || sentAgain;
    }

    private void begin(Bytes key, ImageTaken message, Optional<Settled> before, boolean tooOld, long now) {
        if (isRejected(message)) {
            reject(key, message, before, now);
        } else if (tooOld) {
            Settled expired = Settled.expired(Intake.of(message));
            images.settle(key, Picture.of(message), expired, before, Optional.empty(), now);
        } else {
            images.open(key, OpenImage.of(message), before);
        }
    }

    private void reject(Bytes key, ImageTaken message, Optional<Settled> before, long now) {
        Settled rejected = Settled.rejected(Intake.of(message));
        images.settle(key, Picture.of(message), rejected, before, Optional.ofNullable(message.getReason()), now);
    }

    private DeliveryKind count(Intake intake, ImageTaken message) {
        DeliveryKind delivery = intake.deliveryKind(message);
        metrics.taken(delivery);
        if (delivery == DeliveryKind.FIRST) {
            images.countIntake();
        }
        return delivery;
    }

    private static boolean isRejected(ImageTaken message) {
        return message.getOutcome() == TakenOutcome.rejected;
    }
}
