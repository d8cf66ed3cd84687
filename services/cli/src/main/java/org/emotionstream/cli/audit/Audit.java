package org.emotionstream.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.ValueSize;
import org.emotionstream.events.configuration.Topics;

/** Reads the topics, judges, and looks up what is wrong. Runs once. */
public final class Audit implements AutoCloseable {
    /** The clocks of two brokers may differ: so much more is read before a time. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** The end of a transaction reaches one topic sooner than another: what seems missing is looked for again. */
    private static final int MORE_LOOKS = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ChainClients clients;
    private final Topics topics;
    private final AuditQuestion question;
    private final Consumer<String> progress;
    private final CommittedReader<byte[]> reader;
    private final CommittedReader<Integer> sizes;
    private final NamedFindings named;
    private final AuditFacts facts;
    private final FactReader read;

    /** An audit of the chain of these clients. */
    public Audit(ChainClients clients, AuditQuestion question, Consumer<String> progress) {
        this.clients = clients;
        this.topics = clients.topics();
        this.question = question;
        this.progress = progress;
        this.reader = clients.reader(progress);
        this.sizes = clients.reader(new ValueSize(), progress);
        this.named = new NamedFindings(clients, reader);
        this.facts = new AuditFacts(clients.configuration().horizon());
        this.read = new FactReader(clients, reader, sizes, facts);
    }

    /** What there is to say. */
    public AuditReport run() {
        Snapshot snapshot = Snapshot.take(clients, reader);
        AuditBounds bounds = bounds(snapshot);
        Instant since = bounds.judgedSince();
        progress.accept("reading " + topics.imagesTaken());
        read.readTaken(from(since, topics.imagesTaken()), snapshot.takenEnds(), since);
        progress.accept(facts.images() + " pictures; reading what became of them");
        String[] answers = {
            topics.imagesLedger(), topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesRejected()
        };
        read.readAnswers(from(since, answers), snapshot.ends());
        Verdict verdict = lookAgain(bounds, snapshot.ends());
        RawGaps gaps = new RawGaps(topics.imagesRaw(), topics.landmarkerGroup(), question);
        gaps.look(facts.takenPlaces(), from(since, topics.imagesRaw()), young(), snapshot, sizes);
        List<AuditFinding> findings = new ArrayList<>(gaps.findings());
        if (!verdict.wrong().isEmpty()) {
            progress.accept("looking where " + verdict.wrong().size() + " pictures were last seen");
            findings.addAll(named.of(verdict.wrong(), reader.keptSince(topics.imagesLandmarks(), question.now())));
        }
        return new AuditReport(
                question,
                since,
                verdict,
                gaps.missing(),
                gaps.waiting(),
                gaps.waitingTooLong(),
                read.unreadable(),
                findings.subList(0, Math.min(findings.size(), question.most())));
    }

    /** Where on images.raw those begin that may still wait; nothing where the broker cannot search a damaged file. */
    private Map<TopicPartition, Long> young() {
        Instant since = question.now().minus(question.openLongerThan());
        try {
            return reader.since(topics.imagesRaw(), since);
        } catch (KafkaException e) {
            progress.accept("the broker cannot find on " + topics.imagesRaw() + " what it took since " + since + ": "
                    + e.getMessage() + "; what waits for too long is not counted");
            return Map.of();
        }
    }

    private AuditBounds bounds(Snapshot snapshot) {
        Instant now = question.now();
        Instant judged = Stream.of(
                        question.since().orElse(Instant.EPOCH),
                        reader.keptSince(topics.imagesTaken(), now),
                        reader.keptSince(topics.imagesLedger(), now))
                .max(Instant::compareTo)
                .orElseThrow();
        return new AuditBounds(
                topics,
                now,
                question.openLongerThan(),
                judged,
                reader.keptSince(topics.emotionsFinal(), now),
                reader.keptSince(topics.emotionsAmended(), now),
                sizes.keptSince(topics.imagesRejected(), now),
                snapshot.landmarker(),
                snapshot.combiner());
    }

    /** Where to begin on these topics for all that was written since this time. */
    private Map<TopicPartition, Long> from(Instant since, String... names) {
        Map<TopicPartition, Long> from = new HashMap<>();
        for (String name : names) {
            from.putAll(since.equals(Instant.EPOCH) ? reader.beginnings(name) : reader.since(name, since.minus(SLACK)));
        }
        return from;
    }

    /** Judges; as long as something seems missing, reads on for a moment and judges again. */
    private Verdict lookAgain(AuditBounds bounds, Map<TopicPartition, Long> read) {
        Verdict verdict = Verdict.of(facts, bounds, question.most());
        if (verdict.pictures(Judgement.Standing.UNKNOWN) > 0
                && !bounds.judgedSince().equals(Instant.EPOCH)) {
            // What entered before and came again has its entry before: the whole ledger, so that its last one wins.
            progress.accept("some pictures have no ledger entry since then: reading the whole ledger");
            this.read.readAnswers(reader.beginnings(topics.imagesLedger()), read);
            verdict = Verdict.of(facts, bounds, question.most());
        }
        Map<TopicPartition, Long> from = read;
        for (int look = 0; look < MORE_LOOKS && verdict.faults(Kind.MISSING) > 0; look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            Map<TopicPartition, Long> to = Snapshot.endsOfAnswers(reader, topics);
            this.read.readAnswers(from, to);
            from = to;
            verdict = Verdict.of(facts, bounds, question.most());
        }
        return verdict;
    }

    @Override
    public void close() {
        reader.close();
        sizes.close();
    }
}
