/**
 * The one loop of the three stateless services: consume a batch, apply the step to each record on worker
 * threads, produce the results in the order of the batch, wait until the brokers have them, commit. So every
 * record is answered at least once, and a service that is killed does again what it had not committed.
 *
 * <p>What fails is treated by whose fault it is. A record of our own that cannot be read goes to quarantine.
 * A broker that is away is waited for. Everything else is a fault of the service or of its operator and ends
 * the process: a step that throws, offsets whose records are gone, a release that is missing.
 */
package org.emotionstream.events.loop;
