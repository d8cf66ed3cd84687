/**
 * When the distributions of an image make an answer, and which: what is known of an image, what an arrival
 * or the deadline does to it, and the answer itself. Knows nothing of Kafka.
 */
package org.emotionstream.combiner.join;
