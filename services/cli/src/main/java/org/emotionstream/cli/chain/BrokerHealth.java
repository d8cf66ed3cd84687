package org.emotionstream.cli.chain;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;
import org.emotionstream.cli.ClientSettings;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.cli.processes.Readiness;
import org.emotionstream.events.KafkaClients;

/**
 * Whether a broker serves clients.
 *
 * @param bootstrapServers {@code HOST:PORT}
 */
public record BrokerHealth(String bootstrapServers) implements Readiness {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 10_000;

    @Override
    public boolean isReady() throws InterruptedException {
        return isListening() && isServing();
    }

    /** Asked first: a client of Kafka would wait all its patience for a broker that is not there. */
    private boolean isListening() {
        return Arrays.stream(bootstrapServers.split(",")).anyMatch(BrokerHealth::connects);
    }

    private static boolean connects(String server) {
        int colon = server.lastIndexOf(':');
        if (colon < 1 || !server.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new CommandException(ExitCodes.USAGE, "a broker is named HOST:PORT, not \"" + server + "\"");
        }
        String host = server.substring(0, colon);
        int port = Math.min(65_535, Integer.parseInt(server.substring(colon + 1)));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            // The answer to the question: nobody listens.
            return false;
        }
    }

    private boolean isServing() throws InterruptedException {
        try (Admin admin = KafkaClients.admin(ClientSettings.of(bootstrapServers))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof AuthenticationException) {
                throw new CommandException(
                        ExitCodes.SERVICE,
                        "the broker at " + bootstrapServers + " does not let us in: "
                                + e.getCause().getMessage(),
                        e);
            }
            // Not there yet, or not answering: both mean not ready.
            return false;
        }
    }
}
