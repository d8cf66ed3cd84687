/**
 * What a running service reads from the brokers about its topics and groups: partitions, retention, lag, the time until
 * records are lost, open transactions. Alters nothing
 * but the retention of topics for which it follows from the horizon.
 */
package org.emotionstream.events.inspection;
