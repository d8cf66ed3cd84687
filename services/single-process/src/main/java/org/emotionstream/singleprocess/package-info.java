/** Runs the broker and every service of the chain in one JVM, so that a debugger stops in any of them. */
package org.emotionstream.singleprocess;
