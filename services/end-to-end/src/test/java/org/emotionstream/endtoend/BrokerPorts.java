package org.emotionstream.endtoend;

import java.nio.file.Path;
import java.util.Map;
import org.emotionstream.cli.chain.ChainPorts;
import org.emotionstream.cli.chain.ChainProcesses;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.localbroker.LoopbackPorts;

/** Where the broker of a chain under test listens: never on 9092, which is for people. */
final class BrokerPorts {
    private BrokerPorts() {}

    /**
     * Records a free port, as an earlier {@code up} would have, unless one is recorded.
     *
     * @param local stands for the ignored folder {@code .emotionstream} of the checkout
     */
    static void record(Path local) {
        RunFiles files = new RunFiles(local.resolve("run"));
        if (files.ports().byProcess().isEmpty()) {
            files.record(new ChainPorts(Map.of(ChainProcesses.BROKER, LoopbackPorts.free())));
        }
    }
}
