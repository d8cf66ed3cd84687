/** A broker, the topics of one test and clients, for the tests of every service: see {@code TestBroker}. */
package org.emotionstream.events.testing;
