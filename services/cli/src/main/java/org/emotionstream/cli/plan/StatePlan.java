package org.emotionstream.cli.plan;

import java.time.Duration;

/**
 * The memory of answered pictures, which the combiner keeps for the horizon.
 *
 * @param changelogMegabytesIn a second
 * @param changelogTerabytes on the brokers, all copies together
 * @param gigabytesOnDisk of each combiner, its standby copy included
 * @param hoursToRestore the state of one combiner, when its disk is lost and no other holds a copy
 * @param because where these come from
 */
record StatePlan(
        double changelogMegabytesIn,
        double changelogTerabytes,
        double gigabytesOnDisk,
        double hoursToRestore,
        String because) {
    // Measured: docs/guides/combiner-state.md, store settled-images.
    private static final double BYTES_ON_DISK = 45.4;
    private static final double BYTES_IN_CHANGELOG = 42;
    private static final double RESTORED_A_SECOND = 12_600;

    /** A segment of time is dropped whole, when all of it is beyond the horizon. */
    private static final Duration SEGMENT = Duration.ofHours(15);

    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;

    /** The state at a rate, shared by so many combiners with one standby copy. */
    static StatePlan of(double rate, Duration horizon, short replication, int combiners) {
        double remembered = rate * horizon.toSeconds();
        double onDisk = rate * horizon.plus(SEGMENT).toSeconds() * BYTES_ON_DISK;
        return new StatePlan(
                rate * BYTES_IN_CHANGELOG / TopicFlow.MEGA,
                remembered * BYTES_IN_CHANGELOG * replication / TERA,
                2 * onDisk / GIGA / combiners,
                remembered / combiners / RESTORED_A_SECOND / Duration.ofHours(1).toSeconds(),
                Numbers.plain(BYTES_ON_DISK) + " bytes an image on disk for " + horizon.toHours()
                        + " h and a segment of "
                        + SEGMENT.toHours() + " h, twice with a standby copy; " + Numbers.plain(BYTES_IN_CHANGELOG)
                        + " bytes in the changelog; restored at " + Numbers.count((long) RESTORED_A_SECOND)
                        + " a second (docs/guides/combiner-state.md)");
    }
}
