/** The life of a process of the chain: its start, what it waits for, its health, and its end. */
package org.emotionstream.events.service;
