/** The same work for many things, on some threads. */
package org.emotionstream.evaluation.threads;
