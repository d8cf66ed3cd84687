/** A network that can be made slow, stopped and cut, without any right to change that of the machine. */
package org.emotionstream.endtoend.faults.network;
