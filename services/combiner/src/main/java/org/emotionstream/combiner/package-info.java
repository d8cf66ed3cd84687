/**
 * The last hop: the distributions of the four networks become the answer for an image, exactly once. Here:
 * the process with its settings, start conditions, health and end. {@code topology} is the join on Kafka
 * Streams, {@code join} what it decides.
 */
package org.emotionstream.combiner;
