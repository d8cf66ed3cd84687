package org.emotionstream.events.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.service.Service;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.tracing.TracingSettings;
import org.jboss.logging.Logger;

/**
 * The thread of the loop in a service: opens the channel (which loads models), runs the loop, and ends the
 * process when either fails.
 */
public final class LoopThread implements Service {
    private static final Logger LOG = Logger.getLogger(LoopThread.class);
    private static final Duration TO_STOP = Duration.ofSeconds(12);
    private static final int EXIT_CODE_STUCK = 1;

    private final String name;
    private final ChainConfiguration configuration;
    private final Supplier<? extends Channel> open;
    private final MeterRegistry registry;
    private final Runnable failed;
    private final Runnable halt;
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
        this(name, configuration, open, registry, failed, () -> Runtime.getRuntime()
                .halt(EXIT_CODE_STUCK));
    }

    /** @param halt ends the process at once, whatever its threads are at */
    LoopThread(
            String name,
            ChainConfiguration configuration,
            Supplier<? extends Channel> open,
            MeterRegistry registry,
            Runnable failed,
            Runnable halt) {
        this.name = name;
        this.halt = halt;
        this.configuration = configuration;
        this.open = open;
        this.registry = registry;
        this.failed = failed;
        this.thread = new Thread(this::run, name + "-loop");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LoopHealth health() {
        return health;
    }

    /** What the channel says about itself, by name; nothing while it is not open. */
    @Override
    public Map<String, String> readiness() {
        return readiness.get();
    }

    @Override
    public LoopThread start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        stopped = true;
        ConsumeStepProduceLoop running = loop;
        if (running != null) {
            running.stop();
        }
        try {
            thread.join(TO_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warnf("%s has not stopped within %d s", thread.getName(), TO_STOP.toSeconds());
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
                Tracing tracing = Tracing.of(channel.stage().name(), TracingSettings.read());
                StepWatch watch = new StepWatch(stepLimit(), record -> stuck(channel, record))) {
            readiness = channel::readiness;
            var handled = new HandledChannel(channel, tracing, watch);
            var running = new ConsumeStepProduceLoop(configuration, handled, health, registry);
            loop = running;
            if (stopped) {
                return; // told to stop while the models were loading
            }
            running.run();
        }
    }

    /** A step that waits for a schema is not stuck. */
    private Duration stepLimit() {
        Duration waiting = configuration.schemaPatience().multipliedBy(3).dividedBy(2);
        return configuration.stepLimit().compareTo(waiting) > 0 ? configuration.stepLimit() : waiting;
    }

    /** Nothing in this process can end a step in native code; the next process does its records again. */
    private void stuck(Channel channel, ConsumerRecord<byte[], byte[]> record) {
        String why = "the step has been at work on " + Place.of(record) + " for more than "
                + stepLimit().toSeconds()
                + " s (emotionstream.step-limit): the process ends, and is to be started again";
        LOG.errorf("%s: %s", thread.getName(), why);
        health.ended(why);
        try {
            channel.stuck(record);
        } finally {
            halt.run();
        }
    }
}
