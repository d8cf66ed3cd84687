/**
 * What the steps of the pipeline hand to each other, and the release that they compute with.
 *
 * <p>Plain Java: nothing here knows of Kafka, Avro, Quarkus or a native library. A value holds its
 * numbers in the layout in which they travel, so that a service maps it to its message without a
 * conversion.
 */
package org.emotionstream.contract;
