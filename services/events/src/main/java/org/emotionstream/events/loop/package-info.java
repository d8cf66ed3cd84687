/**
 * The one loop of the three stateless services: consume, apply the step to each record on worker threads, produce the
 * results of each partition in the order of its records, and commit, for each partition, up to where the brokers have
 * all results. So every record is answered at least once, and a service that is killed does again what it had not
 * committed. Partitions do not wait for each other.
 *
 * <p>{@link org.emotionstream.events.loop.Room} bounds how much is in hand,
 * {@link org.emotionstream.events.loop.InHand#isCommitDue()} says when to commit.
 *
 * <p>What fails is treated by whose fault it is. A record of our own that cannot be read goes to quarantine. A broker
 * that is away is waited for. A partition whose next batch cannot be fetched or unpacked is held back, then the batch
 * is passed over. Everything else is a fault of the service or of its operator and ends the process: a step that
 * throws, offsets whose records are gone, a release that is missing.
 */
package org.emotionstream.events.loop;
