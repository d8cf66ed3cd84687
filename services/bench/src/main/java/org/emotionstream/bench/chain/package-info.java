/** The measured checkouts: how their packaged chain and their steps are started as processes. */
package org.emotionstream.bench.chain;
