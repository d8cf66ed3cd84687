/**
 * Child processes that never outlive their launcher: started in their own session with a pipe that the
 * launcher holds open, watched, started again with back-off or reported, stopped in order.
 */
package org.emotionstream.cli.processes;
