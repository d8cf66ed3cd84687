/** Tests that start the packaged services as a user would, and a benchmark of the bare hops between them. */
package org.emotionstream.endtoend;
