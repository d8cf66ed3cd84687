/** What Linux counts of processes and of the machine: CPU time and memory, from {@code /proc}. */
package org.emotionstream.bench.procfs;
