/** What is sent: a stream of known pictures, each under an id of its own, with some duplicates and some garbage among them. */
package org.emotionstream.endtoend.faults.stream;
