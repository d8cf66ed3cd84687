/** The commands that create topics: those of a new chain, and those of another generation with more partitions. */
package org.emotionstream.cli.topics;
