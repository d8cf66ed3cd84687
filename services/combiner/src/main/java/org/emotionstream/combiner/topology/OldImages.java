package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Settled;

/**
 * Gives up the open images that entered longer ago than the horizon: no record of theirs is kept anywhere any
 * more. So the store of open images does not grow without bound.
 */
final class OldImages {
    /** Images looked at in one tick: some milliseconds of work. */
    static final int AT_ONCE = 500;

    private final Images images;
    private final OpenImages open;
    private final Predicate<Bytes> joined;
    private final long horizonMillis;

    /** @param joined whether a network has answered for an image: then its deadline decides */
    OldImages(Images images, OpenImages open, Predicate<Bytes> joined, Duration horizon) {
        this.images = images;
        this.open = open;
        this.joined = joined;
        this.horizonMillis = horizon.toMillis();
    }

    /** @param now at the brokers, in milliseconds since 1970; empty where nobody knows yet: then none is too old */
    void expire(OptionalLong now) {
        long enteredBefore = now.isPresent() ? now.getAsLong() - horizonMillis : Long.MIN_VALUE;
        for (Bytes key : open.walk(AT_ONCE, enteredBefore)) {
            if (!joined.test(key)) {
                open.find(key).ifPresent(image -> expire(key, image, now.getAsLong()));
            }
        }
    }

    private void expire(Bytes key, OpenImage image, long now) {
        Settled expired = Settled.expired(image.intake());
        images.settle(key, image.picture(), expired, Optional.empty(), Optional.empty(), now);
    }
}
