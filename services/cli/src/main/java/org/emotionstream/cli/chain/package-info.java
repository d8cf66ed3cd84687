/**
 * The chain on this machine: the broker and the seven services, how they are started, where they listen,
 * how they are, and what is remembered of a chain that was left running.
 */
package org.emotionstream.cli.chain;
