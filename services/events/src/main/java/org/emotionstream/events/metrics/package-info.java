/**
 * What the stages say about themselves in numbers, all with the tag {@code stage}; the table of all metrics is
 * {@code docs/guides/metrics.md}, and a test holds it equal to what running services expose.
 */
package org.emotionstream.events.metrics;
