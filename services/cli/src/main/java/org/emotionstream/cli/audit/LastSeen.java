package org.emotionstream.cli.audit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.GroupPositions;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;

/** Looks for pictures along the topics that they run through. */
final class LastSeen {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final Topics topics;
    private final ChainClients clients;
    private final CommittedReader<byte[]> reader;
    private final Map<String, GroupPositions> groups = new HashMap<>();
    private final Map<String, AvroMessages<? extends SpecificRecordBase>> messages = new LinkedHashMap<>();

    LastSeen(ChainClients clients, CommittedReader<byte[]> reader) {
        this.clients = clients;
        this.topics = clients.topics();
        this.reader = reader;
        add(topics.imagesLandmarks(), ImageLandmarks.class);
        add(topics.imagesFeatures(), ImageFeatures.class);
        topics.emotionsOfModels().forEach(topic -> add(topic, EmotionDistributions.class));
    }

    private void add(String topic, Class<? extends SpecificRecordBase> type) {
        messages.put(topic, clients.messages(type, topic));
    }

    /**
     * The places of each of these pictures on the topics from images.landmarks to emotions.model-4.
     *
     * @param oldest when the first of them entered
     */
    Map<ImageIdentity, Map<String, RecordPlace>> find(Set<ImageIdentity> images, Instant oldest) {
        Map<ImageIdentity, Map<String, RecordPlace>> seen = new HashMap<>();
        images.forEach(image -> seen.put(image, new HashMap<>()));
        Set<String> ids = images.stream().map(ImageIdentity::imageId).collect(Collectors.toSet());
        // What a group had read before its output was looked at, it had passed on.
        try (Admin admin = clients.admin()) {
            topics.inputsByGroup().keySet().forEach(group -> groups.put(group, GroupPositions.of(admin, group)));
        }
        for (String topic : messages.keySet()) {
            Map<TopicPartition, Long> ends = reader.ends(List.of(topic));
            reader.read(reader.since(topic, oldest.minus(SLACK)), ends, record -> {
                String id = RecordHeaders.key(record).orElse("");
                if (ids.contains(id)) {
                    note(seen, id, record);
                }
            });
        }
        return seen;
    }

    private void note(
            Map<ImageIdentity, Map<String, RecordPlace>> seen, String id, ConsumerRecord<byte[], byte[]> record) {
        try {
            SpecificRecordBase message = messages.get(record.topic()).read(record.value());
            Map<String, RecordPlace> places = seen.get(ImageIdentity.of(id, (ByteBuffer) message.get("digest")));
            if (places != null) {
                places.put(record.topic(), RecordPlace.of(record));
            }
        } catch (UnreadableMessageException e) {
            // Whoever reads this topic puts it on internal.quarantine: here it is not the picture.
        }
    }

    /** Whether a group has read a place, after {@link #find}. */
    Trail.Reads reads() {
        return group -> (topic, place) -> groups.get(group).hasRead(topic, place);
    }
}
