package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.audit.Judgement.Kind;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;

/**
 * Raw records that the landmarker has committed past and that nobody has taken, and those that wait for it for too
 * long. Offsets are also used by what is no record, such as the end of a transaction: a gap is a mistake only where a
 * record lies in it.
 */
final class RawGaps {
    private final String topic;
    private final String group;
    private final AuditQuestion question;
    private final List<AuditFinding> findings = new ArrayList<>();
    private long missing;
    private long waiting;
    private long waitingTooLong;

    /**
     * @param topic images.raw
     * @param group the landmarker's
     */
    RawGaps(String topic, String group, AuditQuestion question) {
        this.topic = topic;
        this.group = group;
        this.question = question;
    }

    /** How many records. */
    long missing() {
        return missing;
    }

    /** Offsets that the landmarker has not read yet. */
    long waiting() {
        return waiting;
    }

    /** Of these, those that entered longer ago than a picture may be open. */
    long waitingTooLong() {
        return waitingTooLong;
    }

    /** The first of them, as many as were asked for. */
    List<AuditFinding> findings() {
        return findings;
    }

    /**
     * Looks at each partition of images.raw.
     *
     * @param from where what is judged begins
     * @param young the first offset of each partition that may still wait
     * @param sizes reads keys and headers
     */
    void look(
            PlaceSet taken,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> young,
            Snapshot snapshot,
            CommittedReader<Integer> sizes) {
        GroupPositions landmarker = snapshot.landmarker();
        snapshot.rawBeginnings().forEach((partition, beginning) -> {
            int number = partition.partition();
            long read = landmarker.of(topic, number);
            long end = snapshot.rawEnds().getOrDefault(partition, 0L);
            waiting += Math.max(0, end - Math.max(read, beginning));
            waits(new PlaceSet.Gap(
                    number, Math.max(read, beginning), Math.min(end, young.getOrDefault(partition, 0L))));
            boolean knows = landmarker.offsets().containsKey(partition);
            if (knows && read < beginning) {
                taken.gaps(number, read, beginning).forEach(this::lost);
            }
            long judgedFrom =
                    Math.max(from.getOrDefault(partition, 0L), snapshot.began().of(topic, number));
            taken.gaps(number, Math.max(beginning, judgedFrom), read)
                    .forEach(gap -> sizes.readWhatCanBe(
                            partition,
                            gap.from(),
                            gap.to(),
                            this::passedOver,
                            offset -> unreadable(new RecordPlace(number, offset))));
        });
    }

    private void passedOver(ConsumerRecord<byte[], Integer> record) {
        Instant entered = Instant.ofEpochMilli(record.timestamp());
        if (question.since().isPresent() && entered.isBefore(question.since().get())) {
            return;
        }
        missing++;
        String id = RecordHeaders.text(record.headers(), "image-id")
                .or(() -> RecordHeaders.text(record.headers(), "ce_id"))
                .or(() -> RecordHeaders.key(record))
                .orElse("");
        add(
                Kind.MISSING,
                "the landmarker has committed an offset behind it, but images.taken has no record of it",
                id,
                RecordHeaders.text(record.headers(), "source"),
                entered,
                RecordPlace.of(record));
    }

    private void unreadable(RecordPlace place) {
        missing++;
        add(
                Kind.MISSING,
                "the landmarker has committed an offset behind it, and it cannot be read: it is damaged, or compressed with a codec that"
                        + " is not known here",
                "",
                Optional.empty(),
                question.now(),
                place);
    }

    /** What the landmarker should have read by now. */
    private void waits(PlaceSet.Gap late) {
        long count = late.to() - late.from();
        if (count <= 0) {
            return;
        }
        waitingTooLong += count;
        String why = "offsets " + late.from() + " to " + (late.to() - 1) + " of images.raw (" + count
                + " records) have waited for the landmarker for longer than " + question.openLongerThan()
                + ": it is stopped, slow, or holds the partition back; see its log and its health check";
        Instant before = question.now().minus(question.openLongerThan());
        add(Kind.OPEN_TOO_LONG, why, "", Optional.empty(), before, new RecordPlace(late.partition(), late.from()));
    }

    /** What retention took away before the landmarker had read it. */
    private void lost(PlaceSet.Gap gap) {
        long count = gap.to() - gap.from();
        missing += count;
        String why = "offsets " + gap.from() + " to " + (gap.to() - 1)
                + " were deleted from images.raw before the landmarker had read them (" + count + " records)";
        RecordPlace first = new RecordPlace(gap.partition(), gap.from());
        add(Kind.MISSING, why, "", Optional.empty(), question.now(), first);
    }

    private void add(Kind kind, String why, String id, Optional<String> source, Instant entered, RecordPlace raw) {
        if (findings.size() < question.most()) {
            List<Trail.Step> seen = List.of(new Trail.Step(topic, Optional.of(raw), group, kind == Kind.MISSING));
            findings.add(new AuditFinding(kind, why, id, "", source, entered, 0, Optional.of(raw), seen));
        }
    }
}
