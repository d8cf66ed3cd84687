/**
 * What lies in a record of the chain: messages in either layout and their schemas, the envelope and the headers that
 * travel along, and the limits of sizes.
 */
package org.emotionstream.events.wire;
