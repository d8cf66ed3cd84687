package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.FaultRun;
import org.emotionstream.endtoend.faults.Row;
import org.emotionstream.endtoend.faults.fault.AllFaults;
import org.emotionstream.endtoend.faults.fault.Fault;
import org.emotionstream.endtoend.faults.fault.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of the faults; {@code ./emotionstream test --faults} is the long one. */
@Tag("alone")
class FaultsIT {
    private static final Logger LOG = Logger.getLogger(FaultsIT.class.getName());
    // Kept, because java.util.logging forgets the level of a logger that nobody holds. Clients complain of brokers
    // that are away, and that is the point of it.
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private static final long SEED = 4;

    @Test
    void whateverBreaksNothingIsMissingDoubledMixedOrDifferent() throws InterruptedException {
        CLIENTS.setLevel(Level.SEVERE);
        Path root = CommandLineInterface.root();
        Checkout checkout = new Checkout(root, root.resolve(".emotionstream"));
        List<Row> rows = new ArrayList<>();
        try (FaultRun run =
                new FaultRun(checkout, checkout.local().resolve("faults-short"), Scale.SHORT, SEED, LOG::warning)) {
            rows.add(noted(run.undisturbed()));
            for (Fault fault : AllFaults.of(Scale.SHORT)) {
                if (fault.obstacle().isEmpty()) {
                    rows.add(noted(run.run(fault)));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(1).allSatisfy(row -> assertThat(row.isClean())
                .as(Row.header() + "\n" + row.text() + "\n" + row.complaints())
                .isTrue());
    }

    private static Row noted(Row row) {
        LOG.warning(row.text());
        return row;
    }
}
