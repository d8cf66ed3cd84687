package org.emotionstream.events.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.tracing.TracingSettings;
import org.jboss.logging.Logger;

/**
 * The thread of the loop in a service: opens the channel (which loads models), runs the loop, and ends the
 * process when either fails.
 */
public final class LoopThread {
    private static final Logger LOG = Logger.getLogger(LoopThread.class);

    private final ChainConfiguration configuration;
    private final Supplier<? extends Channel> open;
    private final MeterRegistry registry;
    private final Runnable failed;
    private final LoopHealth health = new LoopHealth();
    private final Thread thread;
    private volatile ConsumeStepProduceLoop loop;
    private volatile Supplier<Map<String, String>> readiness = Map::of;
    private volatile boolean stopped;

    /**
     * @param name of the service
     * @param open loads what the channel needs, on the thread of the loop
     * @param failed ends the process with a non-zero exit code; must not wait for this thread
     */
    public LoopThread(
            String name,
            ChainConfiguration configuration,
            Supplier<? extends Channel> open,
            MeterRegistry registry,
            Runnable failed) {
        this.configuration = configuration;
        this.open = open;
        this.registry = registry;
        this.failed = failed;
        this.thread = new Thread(this::run, name + "-loop");
    }

    /** What it says about itself. */
    public LoopHealth health() {
        return health;
    }

    /** What the channel says about itself, by name; nothing while it is not open. */
    public Map<String, String> readiness() {
        return readiness.get();
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Stops gracefully and waits for it, at most so long. */
    public void stop(Duration atMost) {
        stopped = true;
        ConsumeStepProduceLoop running = loop;
        if (running != null) {
            running.stop();
        }
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warnf("%s has not stopped within %d s", thread.getName(), atMost.toSeconds());
        }
    }

    private void run() {
        try {
            serve();
            health.ended("stopped");
        } catch (Throwable e) {
            // Whatever it is, also what is no exception: a service whose loop is dead must not look alive.
            LOG.errorf(e, "%s stops: %s", thread.getName(), e.getMessage());
            health.ended(String.valueOf(e.getMessage()));
            failed.run();
        }
    }

    private void serve() {
        health.waitingFor("loading models");
        try (Channel channel = open.get();
                Tracing tracing = Tracing.of(channel.stage().name(), TracingSettings.read())) {
            readiness = channel::readiness;
            var handled = new HandledChannel(channel, tracing);
            var running = new ConsumeStepProduceLoop(configuration, handled, health, registry);
            loop = running;
            if (stopped) {
                return; // told to stop while the models were loading
            }
            running.run();
        }
    }
}
