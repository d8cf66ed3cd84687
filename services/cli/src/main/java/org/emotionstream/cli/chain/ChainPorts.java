package org.emotionstream.cli.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * Who listens where, all on 127.0.0.1.
 *
 * @param byProcess the port of the broker and of the HTTP side of each service, by the name of the process
 */
public record ChainPorts(Map<String, Integer> byProcess) {
    public ChainPorts {
        byProcess = Map.copyOf(byProcess);
    }

    /** Ports that are free at this moment, for every process of the chain. */
    public static ChainPorts free() {
        List<String> names = ChainProcesses.names();
        List<Integer> ports = LoopbackPorts.free(names.size());
        Map<String, Integer> byProcess = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byProcess.put(names.get(i), ports.get(i));
        }
        return new ChainPorts(byProcess);
    }

    /** These, and this process on this port. */
    public ChainPorts with(String process, int port) {
        Map<String, Integer> more = new TreeMap<>(byProcess);
        more.put(process, port);
        return new ChainPorts(more);
    }

    /** The port of this process. */
    public int of(String process) {
        return byProcess.get(process);
    }
}
