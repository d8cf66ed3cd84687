package org.emotionstream.combiner.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.join.ImageIdentity;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.UnreadableMessageException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.StepStatus;

/**
 * Reads the records of one network's topic. Never throws for what a record holds: what cannot be read is an
 * outcome, so that it leaves through the topology and in its transaction.
 */
final class ArrivalDeserializer implements Deserializer<Arrival> {
    private final AvroMessages<EmotionDistributions> messages;
    private final String model;

    /**
     * @param model the network that writes to the topic
     * @param messages of the topic
     */
    ArrivalDeserializer(String model, AvroMessages<EmotionDistributions> messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public Arrival deserialize(String topic, byte[] data) {
        if (data == null) {
            return new Arrival.Unreadable(Bytes.wrap(new byte[0]), "expected EmotionDistributions, there is no value");
        }
        try {
            EmotionDistributions message = messages.read(data);
            check(message);
            return new Arrival.Readable(Bytes.wrap(data), message);
        } catch (UnreadableMessageException | IllegalArgumentException e) {
            return new Arrival.Unreadable(Bytes.wrap(data), e.getMessage());
        }
    }

    private void check(EmotionDistributions message) {
        if (!message.getModel().equals(model)) {
            throw new IllegalArgumentException(
                    "expected distributions of " + model + ", these are of \"" + message.getModel() + "\"");
        }
        int digestBytes = message.getDigest().remaining();
        if (digestBytes != ImageIdentity.DIGEST_BYTES) {
            throw new IllegalArgumentException(
                    "a digest has " + ImageIdentity.DIGEST_BYTES + " bytes, this one has " + digestBytes);
        }
        for (FaceDistribution face : message.getFaces()) {
            if (face.getStatus() == StepStatus.ok) {
                EmotionDistribution.ofBytes(face.getProbabilities());
            }
        }
    }
}
