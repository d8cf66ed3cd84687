package org.emotionstream.cli.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.emotionstream.cli.audit.Verdict.Wrong;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.PlacesReader;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;

/**
 * Gives mistakes the names of their pictures, which the table does not hold, and where they were last seen.
 *
 * @param clients of the chain
 * @param reader of its topics
 */
record NamedFindings(ChainClients clients, CommittedReader<byte[]> reader) {
    private static final int CLOSE = 1_000;

    private record Named(Wrong wrong, ImageIdentity image, Optional<String> sourceId) {}

    /**
     * The findings, each with its name, in the order of their places.
     *
     * @param keptOnTheWay from when on the topics on the way have everything
     */
    List<AuditFinding> of(List<Wrong> wrong, Instant keptOnTheWay) {
        List<Named> named = name(wrong);
        Map<ImageIdentity, Map<String, RecordPlace>> seen = new HashMap<>();
        LastSeen lastSeen = new LastSeen(clients, reader);
        named.stream()
                .map(each -> each.wrong().image().entered())
                .min(Instant::compareTo)
                .ifPresent(oldest -> seen.putAll(
                        lastSeen.find(named.stream().map(Named::image).collect(Collectors.toSet()), oldest)));
        List<AuditFinding> findings = new ArrayList<>();
        for (Named each : named) {
            findings.add(finding(each, lastSeen(each, seen.get(each.image()), lastSeen.reads(), keptOnTheWay)));
        }
        return findings;
    }

    private List<Trail.Step> lastSeen(Named named, Map<String, RecordPlace> seen, Trail.Reads reads, Instant kept) {
        ImageFacts image = named.wrong().image();
        Map<String, RecordPlace> all = new HashMap<>(seen);
        if (image.answered()) {
            return List.of(new Trail.Step(clients.topics().emotionsFinal(), Optional.empty(), "", true));
        }
        if (seen.isEmpty() && image.entered().isBefore(kept)) {
            return List.of(new Trail.Step("", Optional.empty(), "", false));
        }
        all.put(clients.topics().imagesRaw(), image.raw());
        return new Trail(clients.topics()).lastSeen(all, reads);
    }

    private static AuditFinding finding(Named named, List<Trail.Step> lastSeen) {
        ImageFacts image = named.wrong().image();
        return new AuditFinding(
                named.wrong().fault().kind(),
                named.wrong().fault().why(),
                named.image().imageId(),
                named.image().digest(),
                named.sourceId(),
                image.entered(),
                image.attempt(),
                image.attempt() == 0 ? Optional.empty() : Optional.of(image.raw()),
                lastSeen);
    }

    private List<Named> name(List<Wrong> wrong) {
        List<Named> named = new ArrayList<>();
        for (MessagePlace.Topic topic : MessagePlace.Topic.values()) {
            Map<RecordPlace, Wrong> byPlace = new HashMap<>();
            wrong.stream()
                    .filter(each -> each.image().message().topic() == topic)
                    .forEach(each -> byPlace.put(each.image().message().place(), each));
            Class<? extends SpecificRecordBase> type =
                    topic == MessagePlace.Topic.TAKEN ? ImageTaken.class : ImageEmotions.class;
            AvroMessages<? extends SpecificRecordBase> messages = clients.messages(type, name(topic));
            PlacesReader.read(
                    reader,
                    name(topic),
                    byPlace.keySet(),
                    CLOSE,
                    record -> named.add(named(byPlace.get(RecordPlace.of(record)), messages.read(record.value()))));
        }
        return named;
    }

    /** Each of these messages has the name of its picture in the same fields. */
    private static Named named(Wrong wrong, SpecificRecordBase message) {
        return new Named(
                wrong,
                ImageIdentity.of((String) message.get("imageId"), (ByteBuffer) message.get("digest")),
                Optional.ofNullable((String) message.get("sourceId")));
    }

    private String name(MessagePlace.Topic topic) {
        Topics topics = clients.topics();
        return switch (topic) {
            case TAKEN -> topics.imagesTaken();
            case FINAL -> topics.emotionsFinal();
            case AMENDED -> topics.emotionsAmended();
        };
    }
}
