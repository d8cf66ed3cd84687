package org.emotionstream.cli.pictures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.logging.Causes;

/**
 * Sends pictures once, and says what became of them: an image id is printed when the broker has the picture,
 * and not before. When the process is asked to end, nothing more is sent, and what is on its way is waited
 * for, for a moment.
 */
final class SendRun {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);
    private static final Duration FOR_WHAT_IS_ON_ITS_WAY = Duration.ofSeconds(3);
    private static final int NAMED = 20;

    private final Console console;
    private final String topic;
    private final List<PictureFile> pictures;
    private final Deliveries deliveries;
    private final PictureSender sender;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int notSent;

    /**
     * @param sender makes one that reports to these deliveries
     * @param print prints the line of a picture that the broker has
     */
    SendRun(
            Console console,
            String topic,
            List<PictureFile> pictures,
            Function<Deliveries, PictureSender> sender,
            Consumer<SentPicture> print) {
        this.console = console;
        this.topic = topic;
        this.pictures = pictures;
        this.deliveries = new Deliveries(print);
        this.sender = sender.apply(deliveries);
    }

    /**
     * Sends them all.
     *
     * @return how many pictures were not sent because of themselves
     * @throws CommandException when the broker did not take a picture, or a result cannot be printed
     */
    int run() {
        Thread atInterrupt = new Thread(this::interrupted, "interrupted");
        Runtime.getRuntime().addShutdownHook(atInterrupt);
        Thread progress = startProgress();
        Optional<RuntimeException> problem = sendAll();
        progress.interrupt();
        if (!ended.compareAndSet(false, true)) {
            awaitEndOfProcess();
        }
        forget(atInterrupt);
        sender.close(FOR_WHAT_IS_ON_ITS_WAY);
        deliveries.reportAll();
        deliveries.checkListener();
        problem.ifPresent(exception -> {
            throw exception;
        });
        deliveries.failure().ifPresent(cause -> {
            throw undelivered(cause);
        });
        return notSent;
    }

    /** How many the broker has. */
    int delivered() {
        return deliveries.delivered();
    }

    /** Also what the producer throws when the other thread has closed it. */
    private Optional<RuntimeException> sendAll() {
        try {
            for (PictureFile picture : pictures) {
                if (ended.get() || deliveries.failure().isPresent()) {
                    return Optional.empty();
                }
                deliveries.checkListener();
                send(picture);
            }
            sender.flush();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void send(PictureFile picture) {
        if (sender.send(picture) instanceof SendOutcome.NotSent refused) {
            notSent++;
            console.say("not sent: " + picture.shown() + ": " + refused.message());
        }
    }

    /** The thread of the interrupt has the last word. */
    private static void awaitEndOfProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(atInterrupt);
        } catch (IllegalStateException e) {
            // The process ends this very moment: the thread finds that we have ended.
        }
    }

    /** Nothing more is sent; what is on its way is waited for, for a moment. */
    void interrupted() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        sender.close(FOR_WHAT_IS_ON_ITS_WAY);
        deliveries.reportAll();
        int unknown = deliveries.undelivered().size();
        console.say("interrupted: " + deliveries.delivered() + " of " + pictures.size() + " sent"
                + (unknown == 0 ? "" : "; " + unknown + " more were on their way and may have arrived"));
    }

    private CommandException undelivered(Exception cause) {
        List<SentPicture> undelivered = deliveries.undelivered();
        List<String> lines = new ArrayList<>();
        lines.add(deliveries.delivered() + " of " + pictures.size() + " pictures delivered to " + topic
                + ": the broker did not store the next one: " + Causes.inWords(cause));
        undelivered.stream()
                .limit(NAMED)
                .forEach(picture -> lines.add("not delivered: " + FileName.shown(picture.file())));
        int others = pictures.size() - deliveries.delivered() - notSent - Math.min(NAMED, undelivered.size());
        if (others > 0) {
            lines.add("not delivered: " + others + " more: every picture that standard output does not list");
        }
        return new CommandException(ExitCodes.SERVICE, lines);
    }

    private Thread startProgress() {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!ended.get()) {
                            Thread.sleep(BETWEEN_PROGRESS.toMillis());
                            console.progress("sent " + deliveries.delivered() + " of " + pictures.size());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "progress");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
