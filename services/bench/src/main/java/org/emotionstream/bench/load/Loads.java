package org.emotionstream.bench.load;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The ways in which pictures are sent to a chain.
 *
 * @param client that sends them
 */
public record Loads(ImageClient client) {
    private static final long SEED = 20261130;
    private static final int LEAST_GAP_MILLIS = 300;
    private static final int MOST_GAP_MILLIS = 1_000;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    /** Sends pictures one by one, each at a random time after the answer to the one before. */
    public Latencies singles(int count) throws InterruptedException {
        Random gaps = new Random(SEED);
        Latencies latencies = client.measureLatencies();
        for (int i = 0; i < count; i++) {
            Thread.sleep(LEAST_GAP_MILLIS + gaps.nextInt(MOST_GAP_MILLIS - LEAST_GAP_MILLIS));
            client.send();
            client.drain();
        }
        return latencies;
    }

    /** Keeps so many pictures unanswered for as long as this is true. */
    public void keepBacklog(int pictures, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            if (client.open() < pictures) {
                client.send();
            } else {
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
        }
    }

    /** Sends so many pictures a second, evenly, whether they are answered or not. */
    public Latencies paced(double perSecond, Duration duration) {
        Latencies latencies = client.measureLatencies();
        double gap = Duration.ofSeconds(1).toNanos() / perSecond;
        long count = Math.max(1, Math.round(duration.toNanos() / gap));
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            long due = start + Math.round(i * gap);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
            }
            client.send(due);
        }
        return latencies;
    }
}
