package org.emotionstream.combiner.topology;

import java.util.concurrent.atomic.AtomicBoolean;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.wire.ImageIdentity;
import org.jboss.logging.Logger;

/**
 * Tells that two pictures have one image id. Each is answered; but who looks an answer up by id finds two.
 * Said once in the log, because a camera whose counter restarted would say it for every picture; then counted.
 */
final class IdConflicts {
    private static final Logger LOG = Logger.getLogger(IdConflicts.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private IdConflicts() {}

    static void found(ImageIdentity image, CombinerMetrics metrics) {
        metrics.idConflicts.increment();
        if (SAID.compareAndSet(false, true)) {
            LOG.warnf(
                    "image id \"%s\" belongs to more than one picture, the newest with digest %s. Each is answered."
                            + " Image ids should be unique; further conflicts are only counted"
                            + " (metric combiner.id.conflicts).",
                    Printable.of(image.imageId()), image.digest());
        }
    }
}
