/**
 * What has become of each picture, in plain words and without Kafka: what is known of a raw record, of an image
 * that is open and of one that is settled, and the books that must balance.
 */
package org.emotionstream.combiner.ledger;
