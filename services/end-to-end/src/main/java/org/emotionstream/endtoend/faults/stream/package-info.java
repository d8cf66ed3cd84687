/** What is sent: a stream of known pictures, with some duplicates and some garbage among them. */
package org.emotionstream.endtoend.faults.stream;
