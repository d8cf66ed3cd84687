/** The measuring client: sends pictures, reads the answers, and accounts for each picture. */
package org.emotionstream.bench.load;
