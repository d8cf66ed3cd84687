/** The codecs of Kafka's record batches, and where their native libraries lie. */
package org.emotionstream.codecs;
