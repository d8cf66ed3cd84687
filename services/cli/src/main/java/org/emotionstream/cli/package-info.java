/**
 * The command line: one class a command, each of which reads its options and hands over to the packages
 * below. Results go to standard output, everything else to standard error.
 */
package org.emotionstream.cli;
