/** The processes that are broken: three brokers and the seven services, each started, killed, frozen and returned by its handle. */
package org.emotionstream.endtoend.faults.processes;
