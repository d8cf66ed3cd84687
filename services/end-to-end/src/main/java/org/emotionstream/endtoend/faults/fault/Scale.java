package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;

/**
 * The numbers that tell the short form from the long one.
 *
 * @param pictures that differ; shares no factor with 100
 * @param perSecond records sent each second
 * @param leastRecords sent in each stream at least
 * @param killsOfEach times that each service is killed in turn
 * @param randomKills services killed at random moments
 * @param joins members that join a group and leave it again in a storm
 * @param brokersKilled brokers killed one after the other
 * @param rolls of the release, forth and back
 * @param brokersAway how long all brokers are away
 * @param networkFault how long each kind of trouble in the network lasts
 * @param overload how long more is sent than the chain can answer
 * @param isLong whether the faults run that only the long form has
 */
public record Scale(
        int pictures,
        int perSecond,
        int leastRecords,
        int killsOfEach,
        int randomKills,
        int joins,
        int brokersKilled,
        int rolls,
        Duration brokersAway,
        Duration networkFault,
        Duration overload,
        boolean isLong) {
    /** At most five minutes on two cores. */
    public static final Scale SHORT = new Scale(
            101, 16, 160, 1, 2, 4, 1, 1, Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(20), false);

    /** At most an hour and a half on two cores. */
    public static final Scale LONG = new Scale(
            301,
            16,
            600,
            6,
            15,
            20,
            3,
            4,
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofMinutes(10),
            true);
}
