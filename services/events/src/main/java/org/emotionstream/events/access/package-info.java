/**
 * Who may do what on the brokers: the rules of one file, {@code deploy/access/access.json}, as Kafka's access
 * control lists and quotas. No service uses it; operators and tests do.
 */
package org.emotionstream.events.access;
