/** What makes a log readable: an exception on one line, and at most one line a minute of what happens with each record. */
package org.emotionstream.events.logging;
