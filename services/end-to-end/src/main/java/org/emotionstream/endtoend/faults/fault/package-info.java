/** The faults, one class each, and the scene into which they are injected. */
package org.emotionstream.endtoend.faults.fault;
