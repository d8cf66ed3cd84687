package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.Handled;
import org.emotionstream.events.tracing.LogContext;
import org.emotionstream.events.tracing.Tracing;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much a stage says about the images that pass. */
class LogLinesTest {
    private static final int IMAGES = 100;

    private final Logger logger = Logger.getLogger("org.emotionstream");
    private final Images images = new Images();

    @AfterEach
    void restore() {
        logger.removeHandler(images);
        logger.setLevel(null);
    }

    @Test
    void atInfoNothingIsSaidOfAnImage() {
        assertThat(said(Level.INFO)).isEmpty();
    }

    @Test
    void atDebugEachImageHasOneLineThatNamesIt() {
        assertThat(said(Level.FINE)).hasSize(IMAGES).doesNotHaveDuplicates().contains("image-0", "image-99");
    }

    private List<String> said(Level level) {
        logger.setLevel(level);
        logger.addHandler(images);
        Consumer<ConsumerRecord<byte[], byte[]>> step = record -> Handled.image("image-" + record.offset());
        try (StepWatch watch = new StepWatch(Duration.ofMinutes(1), record -> {})) {
            Channel channel = new HandledChannel(
                    new EchoChannel(TestConfiguration.stage(new Topics(""), 1, 1), step), Tracing.off("test"), watch);
            for (int i = 0; i < IMAGES; i++) {
                channel.apply(new ConsumerRecord<>("in", 0, i, new byte[0], new byte[0]));
            }
        }
        return images.named;
    }

    /** The image that each line is about. */
    private static final class Images extends Handler {
        private final List<String> named = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            named.add(String.valueOf(MDC.get(LogContext.IMAGE)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
