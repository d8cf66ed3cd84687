/** The faults, one class each. */
package org.emotionstream.endtoend.faults.fault;
