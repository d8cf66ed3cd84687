/** What prepares the brokers for the chain: topics with their settings, start offsets of the groups, and generations. */
package org.emotionstream.events.administration;
