/** What came of it, counted by clients of their own that know nothing of the chain's: read-committed, no group, from offset 0. */
package org.emotionstream.endtoend.faults.count;
