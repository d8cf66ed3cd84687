/**
 * What the services of the chain share: the names and settings of topics and groups, the limits, how
 * messages are written and read, the envelope that travels along, the consume-step-produce loop and what
 * happens when something fails.
 */
package org.emotionstream.events;
