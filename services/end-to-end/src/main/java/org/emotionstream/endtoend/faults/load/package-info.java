/** How much a chain can take: its rate with a backlog, the latency of single pictures, and the memory of its processes. */
package org.emotionstream.endtoend.faults.load;
