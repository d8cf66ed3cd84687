/**
 * A Kafka broker for one machine: the same broker that runs in production, as one KRaft node, without a
 * container engine. The local run starts it as a process of its own, tests start it in their JVM.
 */
package org.emotionstream.localbroker;
