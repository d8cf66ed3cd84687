package org.emotionstream.events.inspection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * The transactions that a Kafka Streams application has open on the brokers. Readers of {@code read_committed}
 * wait at the first record of the oldest one, whatever came after it.
 */
public final class OpenTransactions {
    private static final Set<TransactionState> OPEN = EnumSet.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_COMMIT,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_EPOCH_FENCE);

    private final Admin admin;
    private final String idPrefix;
    private final InstantSource clock;

    /**
     * @param admin stays the caller's to close
     * @param applicationId whose transactional ids begin with it and a hyphen
     * @param clock agrees with the broker's within seconds
     */
    public OpenTransactions(Admin admin, String applicationId, InstantSource clock) {
        this.admin = admin;
        this.idPrefix = applicationId + "-";
        this.clock = clock;
    }

    /**
     * How they stand.
     *
     * @param count how many are open
     * @param oldest how long ago the oldest began; zero where none is open
     */
    public record Standing(int count, Duration oldest) {}

    /**
     * All of the application; empty when the broker lists none of its transactional ids, open or not, because
     * none has been used yet, or because who asks may not see them: brokers leave out what is not allowed.
     *
     * @throws TopicException when the broker does not answer or refuses
     */
    public Optional<Standing> now() {
        List<TransactionListing> ours = Kafka.await(
                        "list transactions", admin.listTransactions().all())
                .stream()
                .filter(listing -> listing.transactionalId().startsWith(idPrefix))
                .toList();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        List<String> open = ours.stream()
                .filter(listing -> OPEN.contains(listing.state()))
                .map(TransactionListing::transactionalId)
                .toList();
        return Optional.of(new Standing(open.size(), oldest(open)));
    }

    private Duration oldest(List<String> open) {
        if (open.isEmpty()) {
            return Duration.ZERO;
        }
        Collection<TransactionDescription> descriptions = Kafka.await(
                        "describe the transactions " + open,
                        admin.describeTransactions(open).all())
                .values();
        OptionalLong start = descriptions.stream()
                .map(TransactionDescription::transactionStartTimeMs)
                .flatMapToLong(OptionalLong::stream)
                .min();
        // One that has ended meanwhile has no start any more.
        return start.isEmpty() ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - start.getAsLong()));
    }
}
