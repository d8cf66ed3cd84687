package org.emotionstream.endtoend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotionstream.endtoend.faults.count.StreamCount;
import org.emotionstream.endtoend.faults.fault.Fault;
import org.emotionstream.endtoend.faults.fault.Injections;

/**
 * What came of one fault.
 *
 * @param fault its name
 * @param injections how often it was injected
 * @param tally what became of each record
 * @param complaints what is wrong beside the numbers; empty when all is well
 */
public record Row(Fault fault, Injections injections, StreamCount.Tally tally, List<String> complaints) {
    private static final String FORMAT = "%-20s %6s %6s %9s %6s %7s %7s %8s %10s %7s %7s %7s %6s %9s %6s %8s";

    private static final String COLUMNS =
            "fault, times, sent, in flight, final, partial, amended, rejected, duplicates,"
                    + " expired, missing, doubled, mixed, differing, ledger, seconds";

    public Row {
        complaints = List.copyOf(complaints);
    }

    /** The names of the columns. */
    public static String header() {
        return String.format(Locale.ROOT, FORMAT, (Object[]) COLUMNS.split(", "));
    }

    /** For people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                fault.name(),
                injections.count(),
                tally.sent(),
                injections.leastInFlight(),
                tally.complete(),
                tally.partial(),
                tally.amended(),
                tally.rejected(),
                tally.duplicates(),
                tally.expired(),
                tally.missing(),
                tally.doubled(),
                tally.mixed(),
                tally.differing(),
                tally.misled(),
                String.format(Locale.ROOT, "%.1f", injections.mostSeconds()));
    }

    /** Whether nothing is missing, doubled, mixed or differing, and nothing else is wrong. */
    public boolean isClean() {
        return tally.isClean() && complaints.isEmpty();
    }

    static List<String> complaints(Fault fault, Injections injections, StreamCount.Tally tally, boolean drained) {
        List<String> complaints = new ArrayList<>(injections.complaints());
        if (!drained) {
            complaints.add("not everything was answered and read to its end in time");
        }
        if (tally.partial() > 0 && !fault.isLongerThanDeadline()) {
            complaints.add(tally.partial() + " answers in part, though the outage was shorter than the deadline");
        }
        if (tally.expired() > 0 && !fault.isLongerThanHorizon()) {
            complaints.add(tally.expired() + " pictures expired, though the outage was shorter than the horizon");
        }
        if (tally.amended() < tally.partial() && !fault.isLongerThanHorizon()) {
            complaints.add((tally.partial() - tally.amended()) + " answers in part were never made whole");
        }
        if (injections.count() > 0 && injections.leastInFlight() == 0) {
            complaints.add("nothing was in flight when it was injected");
        }
        return complaints;
    }
}
