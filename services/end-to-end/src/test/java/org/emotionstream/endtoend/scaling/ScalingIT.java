package org.emotionstream.endtoend.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.emotionstream.endtoend.scaling.SlowedChain.SLOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.Photographs;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.count.AuditProcess;
import org.emotionstream.endtoend.faults.count.StreamRecords;
import org.emotionstream.endtoend.faults.count.TopicReader;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.wire.ImageIdentity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A camera sends more than one worker can take; a second process of the same network takes the other half, and
 * nothing else changes. The figures are ratios within one run, of rates that a wait makes and not the processor:
 * they hold on a loaded machine.
 */
@Tag("alone")
class ScalingIT {
    private static final Logger LOG = Logger.getLogger(ScalingIT.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** More than one slowed worker takes, 25 a second, and less than two. */
    private static final int PER_SECOND = 32;

    /** So much waits at first that there is always more than the workers can take. */
    private static final int WAITING = 800;

    /** Those of them that are pictures; some are junk, and are rejected. */
    private static final int MOST_OF_THEM = WAITING * 3 / 4;

    private static final int BATCHES = 4;
    private static final int LEAST_LEFT = 150;

    @TempDir
    private Path folder;

    @Test
    void aSecondWorkerOfTheSameNetworkDoublesItsRateAndChangesNothingElse() throws Exception {
        Path root = Path.of(System.getProperty("emotionstream.root"));
        Checkout checkout = new Checkout(root, root.resolve(".emotionstream"));
        List<byte[]> pictures = Photographs.portraits(7);
        List<String> ended = new CopyOnWriteArrayList<>();
        try (SlowedChain chain = new SlowedChain(checkout, folder, ended);
                AnswerWatch watch = new AnswerWatch(chain.bootstrapServers(), chain.topics());
                StreamSender waiting = camera(chain, "waiting", pictures, WAITING);
                StreamSender camera = camera(chain, "camera", pictures, Integer.MAX_VALUE)) {
            // However slowly this machine takes the pictures in, they wait before the slow worker begins.
            chain.holdBack();
            waiting.start(20 * PER_SECOND);
            awaitOnlyTheSlowOneHasLag(chain);
            chain.letGo();
            camera.start(PER_SECOND);
            scale(chain);
            camera.close();
            chain.hurry();
            Set<ImageIdentity> sent = new HashSet<>(waiting.taken());
            sent.addAll(camera.taken());
            Until.met("all answers", PATIENCE, () -> watch.open(sent).isEmpty());
            assertThat(watch.partials()).isZero();
            eachOnce(chain, waiting.stream());
            eachOnce(chain, camera.stream());
            assertThat(new AuditProcess(checkout, chain.bootstrapServers(), chain.topics()).complaint())
                    .isEmpty();
        }
        assertThat(ended).isEmpty();
    }

    private static void scale(SlowedChain chain) throws IOException, InterruptedException {
        Map<String, Double> alone = chain.rates(BATCHES);
        Map<String, Object> before = chain.unchanged();
        chain.join(SLOW);
        chain.awaitShared(2);
        Map<String, Double> together = chain.rates(BATCHES);
        assertThat(chain.lag(SLOW)).as("enough to do to the end").isGreaterThan(LEAST_LEFT);
        chain.leave();
        chain.awaitShared(1);
        Map<String, Double> again = chain.rates(BATCHES);
        LOG.warning("records a second alone " + alone + ", with a second worker " + together + ", again " + again);
        assertThat(together.get(SLOW) / alone.get(SLOW)).as("against before").isGreaterThanOrEqualTo(1.7);
        assertThat(together.get(SLOW) / again.get(SLOW)).as("against after").isGreaterThanOrEqualTo(1.7);
        for (String other : SlowedChain.others()) {
            // What the camera sends, before and after; a batch more or less falls into a window.
            assertThat(together.get(other)).as(other).isCloseTo(alone.get(other), offset(PER_SECOND * 0.3));
        }
        assertThat(chain.unchanged()).isEqualTo(before);
    }

    private static void awaitOnlyTheSlowOneHasLag(SlowedChain chain) throws InterruptedException {
        Until.met("lag at the slow worker", PATIENCE, () -> chain.lag(SLOW) > MOST_OF_THEM);
        for (String other : SlowedChain.others()) {
            Until.met(other + " to keep up", PATIENCE, () -> chain.lag(other) < PER_SECOND);
        }
    }

    private static void eachOnce(SlowedChain chain, KnownStream stream) {
        StreamRecords records = StreamRecords.read(new TopicReader(chain.bootstrapServers()), chain.topics(), stream);
        assertThat(records.finals()).isNotEmpty().allSatisfy((identity, answers) -> {
            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).getModels()).hasSize(4);
        });
        assertThat(records.finals().size() + records.rejected().size())
                .isEqualTo(records.raw().size());
        assertThat(records.amended()).isEmpty();
    }

    private static StreamSender camera(SlowedChain chain, String name, List<byte[]> pictures, int most) {
        return new StreamSender(
                chain.bootstrapServers(),
                chain.topics().imagesRaw(),
                new KnownStream(name, pictures),
                most,
                () -> true);
    }
}
