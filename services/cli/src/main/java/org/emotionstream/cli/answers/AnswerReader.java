package org.emotionstream.cli.answers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.BrokerWatch;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * Reads answers as an analyst would: read-committed, all partitions, without a consumer group. For one
 * thread.
 */
public final class AnswerReader implements AutoCloseable {
    /** Told of what arrives. */
    public interface Listener {
        /** A final result or a rejection. */
        void answer(PictureAnswer answer);

        /** The landmarks of a picture, where they were asked for; not in any order with its answer. */
        default void landmarks(ImageLandmarks landmarks) {}
    }

    /** Where in the topics to begin. */
    public enum From {
        /** All that is still there. */
        BEGINNING,
        /** Only what comes from now on. */
        NOW
    }

    private final AvroMessages<ImageEmotions> emotionMessages;
    private final AvroMessages<ImageLandmarks> landmarkMessages;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final BrokerWatch watch;
    private boolean heardLately = true;

    /** Reads these topics of the chain: its final results, and whatever else is named. */
    public AnswerReader(ChainClients clients, List<String> names, From from) {
        topics = clients.topics();
        emotionMessages = clients.messages(ImageEmotions.class, topics.emotionsFinal());
        landmarkMessages = clients.messages(ImageLandmarks.class, topics.imagesLandmarks());
        consumer = clients.follower();
        watch = new BrokerWatch(clients.configuration());
        String bootstrapServers = clients.configuration().bootstrapServers();
        List<TopicPartition> partitions = names.stream()
                .flatMap(name -> partitionsOf(name, bootstrapServers).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (from == From.BEGINNING) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy: the position must be fixed before anything is sent.
        partitions.forEach(consumer::position);
    }

    private List<PartitionInfo> partitionsOf(String topic, String bootstrapServers) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw BrokerCheck.noTopic(topic, bootstrapServers);
        }
        return found;
    }

    /** Why the broker is gone, as far as is known while nothing arrives; empty when it is there. */
    public Optional<String> brokerGone() {
        return heardLately ? Optional.empty() : watch.silent();
    }

    /** Tells the listener of what has arrived; waits at most this long for the first. */
    public void poll(Duration patience, Listener listener) {
        ConsumerRecords<byte[], byte[]> messages = consumer.poll(patience);
        heardLately = !messages.isEmpty();
        if (heardLately) {
            watch.heard();
        }
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (message.topic().equals(topics.emotionsFinal())) {
                listener.answer(new PictureAnswer.Final(emotionMessages.read(message.value())));
            } else if (message.topic().equals(topics.imagesLandmarks())) {
                listener.landmarks(landmarkMessages.read(message.value()));
            } else {
                listener.answer(rejected(message));
            }
        }
    }

    private static PictureAnswer.Rejected rejected(ConsumerRecord<byte[], byte[]> message) {
        return new PictureAnswer.Rejected(
                // The key is the id that the landmarker gave; headers are as they came, of any bytes and length.
                RecordHeaders.key(message).orElse(""),
                RecordHeaders.text(message.headers(), "source").orElse(""),
                RecordHeaders.text(message.headers(), OriginHeaders.REASON).orElse("unknown"),
                RecordHeaders.text(message.headers(), OriginHeaders.MESSAGE).orElse(""));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
