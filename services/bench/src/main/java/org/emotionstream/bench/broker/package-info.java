/** What the broker counts: requests and bytes, by the MBeans of its process. */
package org.emotionstream.bench.broker;
