package org.emotionstream.events.releases;

import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.emotionstream.events.logging.Causes;
import org.jboss.logging.Logger;

/** Reports why a service that starts has to wait: to health each time, and to the log once for each reason. */
final class StartWait {
    private static final Logger LOG = Logger.getLogger(StartWait.class);

    private final String stage;
    private final Consumer<String> health;
    private String logged = "";

    StartWait(String stage, Consumer<String> health) {
        this.stage = stage;
        this.health = health;
    }

    /** Nothing is wrong yet: others have not begun. */
    void waits(String why) {
        health.accept(why);
    }

    /**
     * Something went wrong that may pass: a broker that is away, or a right that is not given yet.
     *
     * @throws KafkaException the same, when it does not pass by itself: a class or a native library that is missing,
     *     a setting that is wrong
     */
    void failed(String what, KafkaException cause) {
        if (isLasting(cause)) {
            throw cause;
        }
        String why = what + ": " + Causes.inWords(cause);
        health.accept(why);
        if (!why.equals(logged)) {
            LOG.warnf(cause, "%s waits: %s", stage, why);
            logged = why;
        }
    }

    private static boolean isLasting(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError || cause instanceof ConfigException) {
                return true;
            }
        }
        return false;
    }
}
