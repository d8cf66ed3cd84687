/**
 * Whether a Kafka broker can be reached and lets clients in, and why not: in one sentence within seconds, where a
 * client of Kafka waits for half a minute and gives no cause.
 */
package org.emotionstream.events.broker;
