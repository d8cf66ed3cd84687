package org.emotionstream.cli.chain;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.emotionstream.cli.processes.Readiness;

/**
 * Whether a broker serves clients.
 *
 * @param bootstrapServers {@code HOST:PORT}
 */
public record BrokerHealth(String bootstrapServers) implements Readiness {
    private static final int PATIENCE_MILLIS = 2_000;

    @Override
    public boolean isReady() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            // Not there yet, or not answering: both mean not ready.
            return false;
        }
    }
}
