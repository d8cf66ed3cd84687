package org.emotionstream.cli.options;

import java.nio.file.Path;
import org.emotionstream.cli.broker.ClientSettings;
import picocli.CommandLine.Option;

/** The file with which the Kafka clients of a command get in. */
public final class ClientConfigOption {
    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Properties for every Kafka client, as Kafka's own tools take them: TLS, user, password "
                    + "(default: the file that EMOTIONSTREAM_CLIENT_CONFIG names).")
    private void use(Path file) {
        ClientSettings.use(file);
    }
}
