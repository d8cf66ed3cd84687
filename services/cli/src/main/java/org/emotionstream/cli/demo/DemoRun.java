package org.emotionstream.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.emotionstream.cli.answers.AnswerReader;
import org.emotionstream.cli.answers.Balance;
import org.emotionstream.cli.answers.PictureAnswer;
import org.emotionstream.cli.chain.ChainInOneProcess;
import org.emotionstream.cli.pictures.PictureFile;
import org.emotionstream.cli.pictures.PictureSender;
import org.emotionstream.cli.pictures.SendOutcome;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.schemas.ImageLandmarks;

/** Sends pictures and collects their answers. For one thread. */
final class DemoRun implements AnswerReader.Listener {
    /** So many pictures are on their way at a time: a folder of thousands does not fill the disk. */
    private static final int ON_THE_WAY = 200;

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration FOR_POINTS = Duration.ofSeconds(5);

    private final AnswerReader reader;
    private final PictureSender sender;
    private final DemoOutput output;
    private final ChainInOneProcess chain;
    private final Balance balance = new Balance();
    private long lastAnswerNanos;
    private boolean unreadable;

    /** A run over this chain, which has started. */
    DemoRun(AnswerReader reader, PictureSender sender, DemoOutput output, ChainInOneProcess chain) {
        this.reader = reader;
        this.sender = sender;
        this.output = output;
        this.chain = chain;
    }

    /**
     * Sends these and waits for their answers.
     *
     * @param patience without any further answer
     * @return whether every picture could be read and was answered
     */
    boolean run(List<PictureFile> pictures, Duration patience) {
        output.console().progress("sending " + pictures.size() + " pictures");
        output.begin();
        lastAnswerNanos = System.nanoTime();
        for (PictureFile picture : pictures) {
            if (await(ON_THE_WAY - 1, patience)) {
                send(picture);
            } else {
                balance.sent(unsent(picture));
            }
        }
        sender.flush();
        sender.checkDelivered();
        await(0, patience);
        long pointsDeadline = System.nanoTime() + FOR_POINTS.toNanos();
        while (output.album().filter(album -> album.isWaiting()).isPresent() && System.nanoTime() < pointsDeadline) {
            reader.poll(A_MOMENT, this);
        }
        boolean written = output.end(balance);
        return written && balance.missing().isEmpty() && !unreadable;
    }

    private void send(PictureFile file) {
        sender.checkDelivered();
        SendOutcome outcome = sender.send(file);
        if (outcome instanceof SendOutcome.HandedOver sent) {
            balance.sent(sent.picture());
        } else if (outcome instanceof SendOutcome.NotSent refused) {
            // The chain does not get it: nobody but us can give the answer.
            SentPicture unsent = unsent(file);
            balance.sent(unsent);
            unreadable |= refused.reason().equals("unreadable");
            answer(new PictureAnswer.Rejected(
                    unsent.imageId(), unsent.name(), refused.reason(), "not sent: " + refused.message()));
        }
    }

    private static SentPicture unsent(PictureFile file) {
        return new SentPicture(UUID.randomUUID().toString(), file.path());
    }

    /** Waits until at most so many pictures are without an answer; false when patience is over before. */
    private boolean await(int atMost, Duration patience) {
        while (balance.missing().size() > atMost) {
            if (System.nanoTime() - lastAnswerNanos > patience.toNanos()) {
                return false;
            }
            reader.poll(A_MOMENT, this);
            chain.failure().ifPresent(end -> {
                throw new CommandException(ExitCodes.SERVICE, end.lines());
            });
        }
        return true;
    }

    @Override
    public void answer(PictureAnswer answer) {
        balance.answered(answer).ifPresent(picture -> {
            lastAnswerNanos = System.nanoTime();
            chain.answered();
            output.answer(picture, answer);
        });
    }

    @Override
    public void landmarks(ImageLandmarks landmarks) {
        output.album().ifPresent(album -> album.landmarks(landmarks));
    }
}
