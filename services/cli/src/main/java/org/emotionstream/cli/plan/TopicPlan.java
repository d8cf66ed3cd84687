package org.emotionstream.cli.plan;

/**
 * What one topic carries and stores.
 *
 * @param topic its name
 * @param partitions of it
 * @param megabytesIn a second, from producers
 * @param megabytesOut a second, to all groups that read it
 * @param terabytes that it stores, all copies together
 * @param because where these come from
 */
record TopicPlan(
        String topic, int partitions, double megabytesIn, double megabytesOut, double terabytes, String because) {}
