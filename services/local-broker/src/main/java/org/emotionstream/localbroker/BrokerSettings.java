package org.emotionstream.localbroker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a single node that shares a laptop with seven other processes: few threads, small
 * buffers, small segments so that what is past its retention leaves the disk. What belongs to a topic
 * (retention, record size, clock) is set on the topic by who creates it, and wins over these.
 */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "BROKER";
    private static final int MIB = 1024 * 1024;
    // Any topic of the chain may ask for less; none for more.
    private static final int LARGEST_RECORD_BYTES = 32 * MIB;

    private BrokerSettings() {}

    /** Settings of a node that is broker and controller and listens on these ports of 127.0.0.1. */
    static Properties of(Path data, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        settings.put("log.dirs", data.toString());
        listeners(settings, brokerPort, controllerPort);
        singleNode(settings);
        records(settings);
        threadsAndBuffers(settings);
        return settings;
    }

    private static void listeners(Properties settings, int brokerPort, int controllerPort) {
        String controller = LoopbackPorts.ADDRESS + ":" + controllerPort;
        String broker = BROKER + "://" + LoopbackPorts.ADDRESS + ":" + brokerPort;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
    }

    private static void singleNode(Properties settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "4");
        // What a killed process left open is closed soon: until then nobody reads past it.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // Nobody else is to be waited for.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the controller waits this long for the node's former life before it serves again.
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("broker.heartbeat.interval.ms", "1000");
    }

    private static void records(Properties settings) {
        settings.put("message.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        settings.put("replica.fetch.response.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        settings.put("log.segment.bytes", Integer.toString(64 * MIB));
        settings.put("offsets.topic.segment.bytes", Integer.toString(8 * MIB));
        settings.put("transaction.state.log.segment.bytes", Integer.toString(8 * MIB));
        settings.put("log.index.size.max.bytes", Integer.toString(MIB));
        settings.put("log.retention.hours", "24");
        // Longer than any topic of the chain keeps a record: a group that was stopped finds its place again, or
        // nothing.
        settings.put("offsets.retention.minutes", Integer.toString(60 * 24 * 60));
        settings.put("log.retention.check.interval.ms", "30000");
        settings.put("log.segment.delete.delay.ms", "5000");
    }

    private static void threadsAndBuffers(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.replica.fetchers", "1");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * MIB));
        settings.put("offsets.load.buffer.size", Integer.toString(MIB));
        settings.put("transaction.state.log.load.buffer.size", Integer.toString(MIB));
        settings.put("socket.request.max.bytes", Integer.toString(LARGEST_RECORD_BYTES + MIB));
        // However many producers send pictures at once, this much of them is in memory.
        settings.put("queued.max.request.bytes", Integer.toString(2 * LARGEST_RECORD_BYTES));
    }
}
