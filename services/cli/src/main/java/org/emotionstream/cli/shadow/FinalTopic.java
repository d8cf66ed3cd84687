package org.emotionstream.cli.shadow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;

/**
 * Reads the answers of a chain from a time to its end of this moment, read-committed.
 *
 * @param clients of the broker that both chains are on
 * @param since when the pictures entered, the first ones
 * @param progress gets lines on how far it is
 */
public record FinalTopic(ChainClients clients, Instant since, Consumer<String> progress) {
    /**
     * Tells of every answer of the chain with these topics, whose picture entered since then.
     *
     * @throws org.emotionstream.cli.terminal.CommandException when there is no such topic, or the broker does not answer
     */
    public void read(Topics topics, Consumer<ImageEmotions> listener) {
        String topic = topics.emotionsFinal();
        AvroMessages<ImageEmotions> messages = clients.messages(ImageEmotions.class, topic);
        try (CommittedReader<byte[]> reader = clients.reader(progress)) {
            Map<TopicPartition, Long> ends = clients.ask(() -> reader.ends(List.of(topic)));
            Map<TopicPartition, Long> from = clients.ask(() -> reader.since(topic, since));
            reader.read(from, ends, record -> {
                ImageEmotions answer = messages.read(record.value());
                if (!answer.getEnteredAt().isBefore(since)) {
                    listener.accept(answer);
                }
            });
        }
    }
}
