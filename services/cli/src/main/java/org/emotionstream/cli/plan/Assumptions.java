package org.emotionstream.cli.plan;

import java.time.Duration;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.configuration.ChainConfiguration;
import picocli.CommandLine.Option;

/** What a plan assumes about machines and room to grow: every value is an option with a default. */
final class Assumptions {
    private static final int ALL = 100;

    @Option(
            names = "--utilisation",
            paramLabel = "PERCENT",
            defaultValue = "60",
            description = "Keep processors, network and disks busy for this share of the time (default: "
                    + "${DEFAULT-VALUE}). Partitions divide unevenly: an instance may have half as much again as the "
                    + "average, and still keeps up.")
    private int utilisation;

    @Option(
            names = "--growth",
            paramLabel = "FACTOR",
            defaultValue = "2",
            description = "Have partitions for this many times the instances (default: ${DEFAULT-VALUE}): adding "
                    + "instances takes seconds, adding partitions lets pictures wait for minutes.")
    private double growth;

    @Option(
            names = "--cores-per-instance",
            paramLabel = "CORES",
            defaultValue = "1",
            description = "Cores of each instance, and as many threads (default: ${DEFAULT-VALUE}).")
    private int coresPerInstance;

    @Option(
            names = "--horizon",
            paramLabel = "DURATION",
            defaultValue = ChainConfiguration.USUAL_HORIZON,
            description = "EMOTIONSTREAM_HORIZON (default: ${DEFAULT-VALUE}).")
    private Duration horizon;

    @Option(
            names = "--replication",
            paramLabel = "COPIES",
            defaultValue = "3",
            description = "Copies of each topic (default: ${DEFAULT-VALUE}).")
    private short replication;

    @Option(
            names = "--readers",
            paramLabel = "GROUPS",
            defaultValue = "1",
            description = "Groups of analysts that read all answers (default: ${DEFAULT-VALUE}).")
    private int readers;

    @Option(
            names = "--broker-cores",
            paramLabel = "CORES",
            defaultValue = "8",
            description = "Cores of each broker (default: ${DEFAULT-VALUE}).")
    private int brokerCores;

    @Option(
            names = "--broker-network",
            paramLabel = "MB/S",
            defaultValue = "1250",
            description = "What a broker's network carries in each direction (default: ${DEFAULT-VALUE}, 10 Gbit/s).")
    private double brokerNetwork;

    @Option(
            names = "--broker-disk",
            paramLabel = "TB",
            defaultValue = "10",
            description = "Disk of each broker (default: ${DEFAULT-VALUE}).")
    private double brokerDisk;

    /** Throws when one of them cannot be. */
    Assumptions checked() {
        CommandException.check(
                utilisation >= 1 && utilisation <= ALL,
                "--utilisation: expected 1 to 100 per cent, found " + utilisation);
        CommandException.check(growth >= 1 && Double.isFinite(growth), "--growth: expected 1 or more, found " + growth);
        CommandException.check(
                coresPerInstance >= 1, "--cores-per-instance: expected 1 or more, found " + coresPerInstance);
        CommandException.check(replication >= 1, "--replication: expected 1 or more, found " + replication);
        CommandException.check(readers >= 0, "--readers: expected 0 or more, found " + readers);
        CommandException.check(brokerCores >= 1, "--broker-cores: expected 1 or more, found " + brokerCores);
        CommandException.check(
                brokerNetwork > 0 && Double.isFinite(brokerNetwork),
                "--broker-network: expected more than 0 MB/s, found " + brokerNetwork);
        CommandException.check(
                brokerDisk > 0 && Double.isFinite(brokerDisk),
                "--broker-disk: expected more than 0 TB, found " + brokerDisk);
        return this;
    }

    /** The share of the time for which something may be busy, up to 1. */
    double utilisation() {
        return (double) utilisation / ALL;
    }

    double growth() {
        return growth;
    }

    int coresPerInstance() {
        return coresPerInstance;
    }

    Duration horizon() {
        return horizon;
    }

    short replication() {
        return replication;
    }

    int readers() {
        return readers;
    }

    int brokerCores() {
        return brokerCores;
    }

    /** Megabytes a second in each direction. */
    double brokerNetwork() {
        return brokerNetwork;
    }

    /** Terabytes. */
    double brokerDisk() {
        return brokerDisk;
    }
}
