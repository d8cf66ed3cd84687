package org.emotionstream.endtoend.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.localbroker.DamagedBatch;

/**
 * The next batch of a partition of {@code images.raw} cannot be read: first it has a codec that nobody knows, until it is
 * as it was, as after an upgrade; then it is damaged on the disk of the broker that leads the partition, until that
 * broker is killed and another leads. The partition is held back meanwhile, and the others go on.
 */
public final class UnreadableBatch implements Fault {
    private static final String LANDMARKER = "landmarker";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Some of each partition: the partition follows from the key. */
    private static final int RECORDS_OF_ALL = 40;

    private static final int ANSWERS_OF_THE_OTHERS = 200;

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        int ended = scene.chain().endedByThemselves();
        TopicPartition partition = new TopicPartition(scene.topics().imagesRaw(), 0);
        try {
            DamagedBatch unknown = held(scene, injections, partition, DamagedBatch::packUnknown);
            unknown.mend();
            injections.recovered(scene.recover());

            int leader = scene.cluster().leader(partition);
            held(scene, injections, partition, DamagedBatch::damage);
            scene.cluster().broker(leader).kill();
            injections.recovered(scene.recover());
            // It finds the damage, forgets what follows, and copies that from who leads now.
            scene.cluster().start();
            injections.recovered(scene.recover());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change a batch", e);
        }
        if (scene.chain().endedByThemselves() > ended) {
            throw new IllegalStateException("a service has ended, though it should have held a partition back");
        }
    }

    /** How a batch is made unreadable. */
    @FunctionalInterface
    private interface Change {
        void of(DamagedBatch batch) throws IOException;
    }

    /** Makes the next batch of this partition unreadable, and returns once its partition alone waits for that. */
    private static DamagedBatch held(Scene scene, Injections injections, TopicPartition partition, Change change)
            throws InterruptedException, IOException {
        scene.chain().service(LANDMARKER).stop();
        long offset = scene.unread(LANDMARKER).get(partition).end();
        scene.awaitSent(RECORDS_OF_ALL);
        Until.met(
                "a record in " + partition,
                PATIENCE,
                () -> scene.unread(LANDMARKER).get(partition).end() > offset);
        int leader = scene.cluster().leader(partition);
        DamagedBatch batch = DamagedBatch.at(scene.cluster().log(leader, partition), offset);
        change.of(batch);
        int inFlight = scene.awaitInFlight();
        scene.chain().start(LANDMARKER, Map.of());
        injections.injected(inFlight);
        scene.awaitAnswered(ANSWERS_OF_THE_OTHERS);
        if (scene.unread(LANDMARKER).get(partition).first() > offset) {
            throw new IllegalStateException("the batch at offset " + offset + " was read, or passed over");
        }
        return batch;
    }
}
