package org.emotionstream.combiner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;

/** Stands for the landmarker and the four workers: writes what they tell of and distributions as they would. */
final class Workers implements AutoCloseable {
    private final AvroMessages<EmotionDistributions> messages = new AvroMessages<>(EmotionDistributions.class);
    private final AvroMessages<ImageTaken> taken = new AvroMessages<>(ImageTaken.class);
    // The broker's clock is ours here; what entered long ago would be too old.
    private final Instant entered = Instant.now();
    private final Random random = new Random(7);
    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;

    Workers(TestBroker broker) {
        this(broker.bootstrapServers(), broker.topics());
    }

    Workers(String bootstrapServers, Topics topics) {
        this.topics = topics;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The landmarker has taken these images, and tells of every seventh twice. */
    void take(int firstImage, int images) {
        for (int image = firstImage; image < firstImage + images; image++) {
            ImageTaken message = ImageTaken.newBuilder(Messages.taken("image-" + image, image % 100, image))
                    .setEnteredAt(entered)
                    .build();
            tell(message);
            if (image % 7 == 0) {
                tell(message);
            }
        }
        producer.flush();
    }

    /** What the landmarker tells. */
    void tell(ImageTaken message) {
        producer.send(new ProducerRecord<>(topics.imagesTaken(), message.getImageId(), taken.write(message)));
    }

    /** All four networks answer these images in some order, and every seventh answer is written twice. */
    void answer(int firstImage, int images) {
        answer(firstImage, images, Topics.MODELS);
    }

    /** Likewise, but only these networks. */
    void answer(int firstImage, int images, List<String> models) {
        List<EmotionDistributions> answers = new ArrayList<>();
        for (int image = firstImage; image < firstImage + images; image++) {
            for (String model : models) {
                answers.add(EmotionDistributions.newBuilder(Messages.of(
                                "image-" + image, image % 100, model, Messages.face(10, Emotion.HAPPY, 0.8)))
                        .setEnteredAt(entered)
                        .build());
            }
        }
        Collections.shuffle(answers, random);
        for (EmotionDistributions answer : answers) {
            send(answer);
            if (random.nextInt(7) == 0) {
                send(answer);
            }
        }
        producer.flush();
    }

    private void send(EmotionDistributions message) {
        producer.send(new ProducerRecord<>(
                topics.emotions(message.getModel()), message.getImageId(), messages.write(message)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
