package org.emotionstream.endtoend.soak;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.FaultRun;
import org.emotionstream.endtoend.faults.Row;
import org.emotionstream.endtoend.faults.fault.Scale;

/**
 * {@code ./emotionstream test --soak [--minutes N]}: runs the chain under a steady load. Exit code 0 when the native
 * memory of no process rises and every picture is accounted for, 1 when not, 2 when the command line is wrong.
 */
public final class SoakMain {
    private static final int USUAL_MINUTES = 60;
    private static final long SEED = 20_261_130L;
    private static final String USAGE = "usage: ./emotionstream test --soak [--minutes N], N at least 2";

    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private SoakMain() {}

    /** See the class. */
    public static void main(String[] words) throws InterruptedException {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ALL_LOGGERS.setLevel(Level.SEVERE);
        int minutes;
        try {
            minutes = minutes(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(minutes) ? 0 : 1);
    }

    /**
     * How long it is to last.
     *
     * @throws IllegalArgumentException when the words are not those of the usage
     */
    static int minutes(List<String> words) {
        if (words.isEmpty()) {
            return USUAL_MINUTES;
        }
        if (words.size() != 2
                || !words.get(0).equals("--minutes")
                || !words.get(1).matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("unknown words " + String.join(" ", words) + "; " + USAGE);
        }
        int minutes = Integer.parseInt(words.get(1));
        if (minutes < 2) {
            throw new IllegalArgumentException(
                    "--minutes " + minutes + " is too short for a second half to fit a line to; " + USAGE);
        }
        return minutes;
    }

    private static boolean run(int minutes) throws InterruptedException {
        Checkout checkout = Checkout.current();
        try (FaultRun run =
                new FaultRun(checkout, checkout.local().resolve("soak"), Scale.LONG, SEED, System.err::println)) {
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "clean-up"));
            Row undisturbed = run.undisturbed();
            Row row = run.run(new Soak(minutes, System.out::println));
            System.out.println(Row.header());
            for (Row each : List.of(undisturbed, row)) {
                System.out.println(each.text());
                each.complaints().forEach(complaint -> System.out.println("  " + complaint));
            }
            return undisturbed.isClean() && row.isClean();
        }
    }
}
