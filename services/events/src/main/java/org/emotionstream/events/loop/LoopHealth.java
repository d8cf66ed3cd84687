package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.emotionstream.events.service.Health;

/**
 * What a running loop says about itself. Written by the thread of the loop, read by any.
 *
 * <p>Live: the thread of the loop comes round; that a broker is away does not change it, since a restart
 * would not help. Ready: the models are loaded, the topics are there, the group is joined, and the broker
 * has been heard of within the session timeout.
 */
public final class LoopHealth implements Health {
    /** The loop comes round every second; loading models takes a few seconds. */
    static final Duration LIVE_WITHIN = Duration.ofSeconds(90);

    private final LongSupplier nanos;
    private volatile long lastBeat;
    private volatile String obstacle = "starting";
    private volatile String end = "";
    private volatile String remark = "";

    /** Health of a loop that is about to start. */
    public LoopHealth() {
        this(System::nanoTime);
    }

    LoopHealth(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastBeat = nanos.getAsLong();
    }

    @Override
    public Answer live() {
        if (!end.isEmpty()) {
            return Answer.down(end);
        }
        Duration silent = Duration.ofNanos(nanos.getAsLong() - lastBeat);
        return silent.compareTo(LIVE_WITHIN) > 0
                ? Answer.down("the loop has not come round for " + silent.toSeconds() + " s")
                : Answer.OK;
    }

    @Override
    public Answer ready() {
        Answer live = live();
        if (live.up() && !obstacle.isEmpty()) {
            return Answer.down(obstacle);
        }
        return live.up() && !remark.isEmpty() ? new Answer(true, remark) : live;
    }

    /** The loop has come round. */
    void beat() {
        lastBeat = nanos.getAsLong();
    }

    /** The loop has come round, but cannot serve, and why. */
    void waitingFor(String what) {
        obstacle = what;
        beat();
    }

    /**
     * The loop has come round and serves.
     *
     * @param toKnow what people have to know, such as a partition that is held back; empty when there is nothing
     */
    void serving(String toKnow) {
        remark = toKnow;
        obstacle = "";
        beat();
    }

    /** The loop is over, and why; the first cause stays, whatever the loop does until the process ends. */
    void ended(String why) {
        end = end.isEmpty() ? why : end;
    }
}
