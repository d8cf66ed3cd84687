package org.emotionstream.cli.plan;

/**
 * The instances of one service.
 *
 * @param service its name
 * @param instances of it
 * @param cores that all of them keep busy
 * @param busiestPercent of its cores that the instance with the most partitions keeps busy
 * @param megabytes of memory of each instance
 * @param because where these come from
 */
record ServicePlan(
        String service, int instances, double cores, double busiestPercent, double megabytes, String because) {}
