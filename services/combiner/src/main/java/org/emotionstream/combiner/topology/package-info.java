/**
 * The join on Kafka Streams: one processor over two stores, between the four topics of distributions and
 * the topic of answers. What an arrival means is decided in {@code join}; here it is read, kept, timed and
 * sent on, all in one transaction.
 */
package org.emotionstream.combiner.topology;
