package org.emotionstream.bench.broker;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * A connection to the MBeans of a broker's process on this machine. The process need not expect it: its JVM starts its
 * management agent when it is asked for, which costs it half a second of CPU and some megabytes once.
 */
public final class BrokerConnection implements AutoCloseable {
    private static final String REQUESTS = "kafka.network:type=RequestMetrics,name=RequestsPerSec,*";
    private static final String BYTES_IN = "kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec";
    private static final String BYTES_OUT = "kafka.server:type=BrokerTopicMetrics,name=BytesOutPerSec";
    private static final String COUNT = "Count";

    /** Kafka counts these a second time, under the names of what they are kinds of. */
    private static final Set<String> COUNTED_TWICE =
            Set.of("FetchConsumer", "FetchFollower", "ListClientMetricsResources");

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private BrokerConnection(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /**
     * A connection to the broker in this process.
     *
     * @throws CommandException when its JVM cannot be attached to
     */
    @SuppressWarnings(
            "BanJNDI") // The address is the one that the JVM of our own broker has just given, on this machine.
    public static BrokerConnection to(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                String address = machine.startLocalManagementAgent();
                return new BrokerConnection(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new CommandException(
                    ExitCodes.SERVICE, "cannot read the metrics of the broker in process " + pid + ": " + e, e);
        }
    }

    /** The counters of now. */
    public BrokerCounters counters() {
        try {
            Map<String, Long> requests = new TreeMap<>();
            // One MBean a version of each kind.
            for (ObjectName name : beans.queryNames(new ObjectName(REQUESTS), null)) {
                String kind = name.getKeyProperty("request");
                if (!COUNTED_TWICE.contains(kind)) {
                    requests.merge(kind, count(name), Long::sum);
                }
            }
            return new BrokerCounters(requests, count(new ObjectName(BYTES_IN)), count(new ObjectName(BYTES_OUT)));
        } catch (JMException | IOException e) {
            throw new CommandException(ExitCodes.SERVICE, "the broker does not give its metrics: " + e, e);
        }
    }

    private long count(ObjectName name) throws JMException, IOException {
        return ((Number) beans.getAttribute(name, COUNT)).longValue();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            // The broker has ended before us: there is nothing left to close.
            return;
        }
    }
}
