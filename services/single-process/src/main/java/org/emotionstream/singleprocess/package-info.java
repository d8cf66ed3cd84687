/** Runs every service of the chain in one JVM: with a broker for a debugger, which stops in any of them, and without one for a quick demo. */
package org.emotionstream.singleprocess;
