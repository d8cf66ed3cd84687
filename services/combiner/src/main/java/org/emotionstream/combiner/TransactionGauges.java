package org.emotionstream.combiner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.events.inspection.OpenTransactions;
import org.emotionstream.events.inspection.OpenTransactions.Standing;
import org.emotionstream.events.metrics.BrokerGauges;

/** What the broker knows of the transactions of all combiners; not a number where it does not say. */
final class TransactionGauges implements BrokerGauges.Question {
    private final OpenTransactions transactions;
    private volatile Optional<Standing> known = Optional.empty();

    /**
     * @param admin stays the caller's to close
     * @param application the application id of Kafka Streams
     */
    TransactionGauges(Admin admin, String application, MeterRegistry registry) {
        transactions = new OpenTransactions(admin, application, InstantSource.system());
        Gauge.builder("combiner.open.transactions", this, gauges -> gauges.known
                        .map(standing -> (double) standing.count())
                        .orElse(Double.NaN))
                .description("Transactions of all combiners that are open on the brokers")
                .strongReference(true)
                .register(registry);
        Gauge.builder("combiner.oldest.transaction.age", this, gauges -> gauges.known
                        .map(standing -> standing.oldest().toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .description("How long ago the oldest of these began; who reads what is committed waits for it")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void ask() {
        known = transactions.now();
    }

    @Override
    public void forget() {
        known = Optional.empty();
    }
}
