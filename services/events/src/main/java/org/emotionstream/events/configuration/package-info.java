/**
 * The settings that every process of the chain shares, how they are read and checked, and what follows from them: the
 * Kafka clients, and the names of topics and consumer groups.
 */
package org.emotionstream.events.configuration;
