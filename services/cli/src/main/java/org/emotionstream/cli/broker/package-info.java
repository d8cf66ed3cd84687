/** The Kafka clients of a command: their settings, and a broker that is checked before it is used and watched while it is. */
package org.emotionstream.cli.broker;
