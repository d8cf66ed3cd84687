package org.emotionstream.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.Limits;
import org.junit.jupiter.api.Test;

class ChainClientsTest {
    @Test
    void theBrokerMustHaveItForSure() {
        try (ChainClients clients = ChainClients.of("localhost:1", new Topics(""))) {
            assertThat(clients.producerSettings())
                    .containsEntry("acks", "all")
                    .containsEntry("enable.idempotence", true)
                    .containsEntry("max.request.size", Limits.RAW_RECORD_BYTES);
        }
    }
}
