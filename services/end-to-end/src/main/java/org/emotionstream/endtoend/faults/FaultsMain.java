package org.emotionstream.endtoend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.fault.AllFaults;
import org.emotionstream.endtoend.faults.fault.Fault;
import org.emotionstream.endtoend.faults.fault.Scale;

/**
 * {@code ./emotionstream test --faults [--short] [--only NAME]... [--seed N]}: runs the faults, prints a row
 * each. Exit code 0 when every row is clean, 1 when one is not, 2 when the command line is wrong.
 */
public final class FaultsMain {
    private static final long USUAL_SEED = 20_261_123L;

    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private final long start = System.nanoTime();

    private FaultsMain() {}

    /** See the class. */
    public static void main(String[] words) throws InterruptedException {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ALL_LOGGERS.setLevel(Level.SEVERE);
        Arguments arguments;
        try {
            arguments = Arguments.parse(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new FaultsMain().run(arguments) ? 0 : 1);
    }

    private record Arguments(Scale scale, List<Fault> faults, long seed) {
        static Arguments parse(List<String> words) {
            Scale scale = words.contains("--short") ? Scale.SHORT : Scale.LONG;
            List<Fault> faults = AllFaults.of(scale);
            List<Fault> chosen = new ArrayList<>();
            long seed = USUAL_SEED;
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--short" -> {}
                    case "--only" -> chosen.addAll(named(AllFaults.of(Scale.LONG), value(words, ++i)));
                    case "--seed" -> seed = Long.parseLong(value(words, ++i));
                    default -> throw new IllegalArgumentException("unknown option " + words.get(i)
                            + "; usage: ./emotionstream test --faults [--short] [--only NAME]... [--seed N]");
                }
            }
            return new Arguments(scale, chosen.isEmpty() ? faults : chosen, seed);
        }

        private static String value(List<String> words, int at) {
            if (at >= words.size()) {
                throw new IllegalArgumentException(words.get(at - 1) + " has no value");
            }
            return words.get(at);
        }

        private static List<Fault> named(List<Fault> faults, String name) {
            List<Fault> found =
                    faults.stream().filter(fault -> fault.name().equals(name)).toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no fault is called " + name + "; there are "
                        + faults.stream().map(Fault::name).toList());
            }
            return found;
        }
    }

    private boolean run(Arguments arguments) throws InterruptedException {
        Checkout checkout = Checkout.current();
        List<String> table = new ArrayList<>(List.of(Row.header()));
        boolean clean = true;
        try (FaultRun run = new FaultRun(
                checkout, checkout.local().resolve("faults"), arguments.scale(), arguments.seed(), this::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "clean-up"));
            clean &= note(run.undisturbed(), table);
            for (Fault fault : arguments.faults()) {
                if (fault.obstacle().isPresent()) {
                    table.add(String.format(
                            Locale.ROOT,
                            "%-20s skipped: %s",
                            fault.name(),
                            fault.obstacle().get()));
                    continue;
                }
                say(fault.name() + " ...");
                clean &= note(run.run(fault), table);
            }
        }
        table.forEach(System.out::println);
        return clean;
    }

    private boolean note(Row row, List<String> table) {
        say(row.text());
        row.complaints().forEach(complaint -> say(row.fault().name() + ": " + complaint));
        table.add(row.text());
        row.complaints().forEach(complaint -> table.add("  " + complaint));
        return row.isClean();
    }

    private void say(String line) {
        System.err.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
    }
}
