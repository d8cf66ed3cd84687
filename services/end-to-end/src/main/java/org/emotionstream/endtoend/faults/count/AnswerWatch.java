package org.emotionstream.endtoend.faults.count;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.ImageEmotions;

/** Follows answers and rejections as they come: who is answered by now. The final count is not its business. */
public final class AnswerWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
    private final Map<ImageIdentity, Long> answered = new ConcurrentHashMap<>();
    private final Set<ImageIdentity> partial = ConcurrentHashMap.newKeySet();
    private final Set<ImageIdentity> amended = ConcurrentHashMap.newKeySet();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final Thread thread = new Thread(this::follow, "watch");
    private volatile boolean closed;
    private volatile String lastRelease = "";

    /** Follows the answers of this chain, whose topics exist. */
    public AnswerWatch(String bootstrapServers, Topics topics) {
        this.topics = topics;
        consumer = TopicReader.consumer(bootstrapServers);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesRejected())) {
            partitions.addAll(TopicReader.partitions(consumer, topic));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (!closed) {
            try {
                consumer.poll(POLL).forEach(this::note);
            } catch (RetriableException e) {
                continue; // the brokers are away: that is the fault
            }
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.imagesRejected())) {
            answered(KnownStream.identity(new String(record.key(), StandardCharsets.UTF_8), record.value()));
            return;
        }
        ImageEmotions answer = messages.read(record.value());
        ImageIdentity identity = ImageIdentity.of(answer.getImageId(), answer.getDigest());
        if (record.topic().equals(topics.emotionsAmended())) {
            if (!answer.getPartial()) {
                amended.add(identity);
            }
            return;
        }
        answered(identity);
        lastRelease = answer.getReleaseId();
        if (answer.getPartial()) {
            partial.add(identity);
        }
    }

    private void answered(ImageIdentity identity) {
        answered.putIfAbsent(identity, System.nanoTime());
    }

    /** When each picture's first answer or rejection was read, by {@link System#nanoTime}, of all streams. */
    public Map<ImageIdentity, Long> firstAnswered() {
        return Collections.unmodifiableMap(answered);
    }

    /** Which of these are not answered yet. */
    public List<ImageIdentity> open(Set<ImageIdentity> sent) {
        return sent.stream().filter(identity -> !answered.containsKey(identity)).toList();
    }

    /** Whether all of these are answered. */
    public boolean hasAll(List<ImageIdentity> sent) {
        return answered.keySet().containsAll(sent);
    }

    /** Whether every answer in part was followed by a whole one. */
    public boolean isAmended() {
        return amended.containsAll(partial);
    }

    /** The release of the latest answer. */
    public String lastRelease() {
        return lastRelease;
    }

    /** How many were answered in part first. */
    public int partials() {
        return partial.size();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
