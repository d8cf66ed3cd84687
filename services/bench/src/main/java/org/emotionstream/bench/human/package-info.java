/** The peer {@code @vladmandic/human}: installed by npm, and measured over the pictures that our steps get. */
package org.emotionstream.bench.human;
