/**
 * What a running service reads from the brokers about its topics and groups: partitions, retention, lag, the time until
 * records are lost, open transactions. Changes nothing.
 */
package org.emotionstream.events.inspection;
